using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Training;

/// <summary>What one may be allowed to do with training, and the roles that may. Scope comes with the role's assignment. Reading and learning need none.</summary>
internal static class TrainingPermissions
{
    /// <summary>To write courses, their lessons and materials.</summary>
    public const string ManageCourses = "training.courses.manage";

    /// <summary>To decide which courses a role requires or recommends.</summary>
    public const string ManageTracks = "training.tracks.manage";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(ManageCourses, "Sköta kurser", [Roles.IdeaCoach]),
        new(ManageTracks, "Bestämma vilka kurser som hör till en roll", [Roles.SystemAdmin]),
    ];
}
