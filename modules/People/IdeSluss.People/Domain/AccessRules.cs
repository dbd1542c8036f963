using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;

namespace IdeSluss.People.Domain;

/// <summary>Who may be given which role, by whom.</summary>
internal static class AccessRules
{
    /// <summary>Nobody changes what they themselves may do: two people are needed to raise anyone's power.</summary>
    public static Problem? MayChange(Guid actor, Guid person) =>
        actor == person ? Problem.Forbidden("Du kan inte ändra dina egna behörigheter. Be en annan systemförvaltare.") : null;

    public static IEnumerable<FieldError> Assignment(RoleAssignment assignment, DateOnly today)
    {
        if (Roles.All.All(role => role.Code != assignment.Role)) yield return new("role", "Roll: välj ett av alternativen.");
        // An administrator of a part could give themselves the rest through someone else.
        if (assignment is { Role: Roles.SystemAdmin, AuthorityId: not null }) yield return new("scope", "Systemförvaltare gäller alltid hela kommunen.");
        if (assignment.ValidTo < assignment.ValidFrom) yield return new("validTo", "Till och med: dagen är före första dagen.");
        else if (assignment.ValidTo < today) yield return new("validTo", "Till och med: dagen har redan varit.");
        if (assignment is { DeputyForId: not null, ValidTo: null }) yield return new("validTo", "Till och med: en ersättare behöver en sista dag.");
        if (assignment.DeputyForId == assignment.PersonId) yield return new("deputyFor", "Ersätter: välj en annan person än den som får rollen.");
    }

    /// <summary>Counts as a remaining administrator: can log in today and holds the role until further notice, so that the instance is never without one.</summary>
    public static bool IsLastingAdministrator(Person person, RoleAssignment assignment, DateOnly today) =>
        person is { IsActive: true, HasChosenPassword: true } && assignment is { Role: Roles.SystemAdmin, ValidTo: null, DeputyForId: null } && assignment.HoldsOn(today);
}
