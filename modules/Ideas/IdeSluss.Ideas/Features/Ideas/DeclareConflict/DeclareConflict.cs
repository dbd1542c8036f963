using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DeclareConflict;

/// <summary>Jäv: whoever could be partial says so and is out of the case for good (FL 16–18 §§). It cannot be taken back here.</summary>
internal sealed class DeclareConflict(IdeasDbContext db, CurrentUser user, TimeProvider time)
{
    /// <returns>The case's title, for the page that asks.</returns>
    public async Task<Outcome<string>> ReadAsync(string caseNumber, CancellationToken cancellationToken) =>
        await FindAsync(caseNumber, cancellationToken) is { } idea ? idea.PublicTitle ?? "" : GateCases.NoSuchCase;

    public async Task<Outcome<Done>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        var me = user.RequiredId;
        if (idea.IsOwnOf(me)) return Done.It;
        var now = time.GetUtcNow();
        idea.People.Add(new IdeaPerson { IdeaId = idea.Id, PersonId = me, Kind = IdeaPersonKind.Conflict, Since = now });
        // The case must not rest with someone who may not touch it.
        if (idea.CoachId == me) idea.CoachId = null;
        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Internal,
            Kind = TimelineKinds.ConflictDeclared,
            Stage = idea.Stage,
            ActorId = me,
        });
        db.Audit(new AuditFact("ideas.conflict-declared", "idea", idea.Id, me, idea.AuthorityId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    /// <summary>Everyone who could take part in the case in any way.</summary>
    private async Task<Idea?> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var scope = new[] { IdeasPermissions.Work, IdeasPermissions.Sort, IdeasPermissions.Decide, IdeasPermissions.Evidence, IdeasPermissions.Advise, IdeasPermissions.ReadCommittee, IdeasPermissions.EnterCommitteeDecision }
            .Aggregate(PermissionScope.None, (all, permission) => all.With(user.Scope(permission)));
        return await db.Ideas.Within(scope).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
    }
}
