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

    /// <summary>To say yes or no to those who work where one manages.</summary>
    public const string ApproveEnrolments = "training.enrolments.approve";

    /// <summary>To enrol others: one's own staff, or the members of a nämnd.</summary>
    public const string EnrolOthers = "training.enrolments.others";

    /// <summary>Time that elected members have spent in training, for their remuneration.</summary>
    public const string ReadHours = "training.hours.read";

    /// <summary>To read in lists of elected members and staff.</summary>
    public const string ImportPeople = "training.people.import";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(ManageCourses, "Sköta kurser", [Roles.IdeaCoach]),
        new(ApproveEnrolments, "Godkänna medarbetares utbildning", [Roles.NeedOwner, Roles.DelegatedDecisionMaker]),
        new(EnrolOthers, "Anmäla andra till utbildning", [Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.CommitteeSecretary, Roles.IdeaCoach]),
        new(ReadHours, "Läsa förtroendevaldas utbildningstid", [Roles.CommitteeSecretary]),
        new(ImportPeople, "Läsa in förtroendevalda och personal", [Roles.SystemAdmin]),
        new(ManageTracks, "Bestämma vilka kurser som hör till en roll", [Roles.SystemAdmin]),
    ];
}
