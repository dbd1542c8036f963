using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.People;

internal static class PeoplePermissions
{
    public const string ManageOrganisation = "people.organisation.manage";
    public const string ManageAccess = "people.access.manage";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(ManageOrganisation, "Ändra nämnder och enheter", [Roles.SystemAdmin]),
        new(ManageAccess, "Bjuda in personer och ge dem roller", [Roles.SystemAdmin]),
    ];
}
