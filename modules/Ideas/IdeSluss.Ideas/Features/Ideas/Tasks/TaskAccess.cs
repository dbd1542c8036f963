using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Features.Ideas.Tasks;

/// <summary>Whose tasks one sees: one's own, and those of one's roles where the role's permission holds.</summary>
internal static class TaskAccess
{
    private static readonly (string Role, string Permission)[] Access =
    [
        (Roles.IdeaCoach, IdeasPermissions.Work),
        (Roles.IntakeOfficer, IdeasPermissions.Work),
        (Roles.QualityOfficer, IdeasPermissions.ReceiveIrregularities),
        (Roles.AccessibilityAdvisor, IdeasPermissions.Advise),
        (Roles.DataProtectionOfficer, IdeasPermissions.Advise),
        (Roles.NeedOwner, IdeasPermissions.Decide),
    ];

    public static IQueryable<CoachTask> Open(this IQueryable<CoachTask> tasks, DateTimeOffset now) =>
        tasks.Where(task => task.DoneAt == null && !task.Cancelled && task.VisibleFrom <= now);

    /// <summary>A task about a restricted case is seen by its assignee, or by those who receive such cases.</summary>
    public static IQueryable<CoachTask> VisibleTo(this IQueryable<CoachTask> tasks, CurrentUser me, IdeasDbContext db)
    {
        var id = me.Id;
        var mine = tasks.Where(task => task.AssigneeId == id);
        foreach (var (role, permission) in Access.Where(pair => me.HasRole(pair.Role)))
        {
            var scope = me.Scope(permission);
            var restricted = permission == IdeasPermissions.ReceiveIrregularities;
            var cases = db.Ideas.Covered(scope).Where(idea => restricted || !idea.Restricted);
            var everything = scope.Everything;
            var authorities = scope.Authorities;
            mine = mine.Union(tasks.Where(task => task.Role == role && task.AssigneeId != id
                && (task.IdeaId == null ? everything || authorities.Contains(task.AuthorityId) : cases.Any(idea => idea.Id == task.IdeaId))));
        }

        return mine;
    }
}
