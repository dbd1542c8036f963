using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

/// <param name="Coach">Null gives the case back to everyone.</param>
internal sealed record AssignRequest(string CaseNumber, Guid? Coach, int Version);

internal sealed record AssignView(string CaseNumber, int Version, Guid? Coach, IReadOnlyList<PersonInfo> Coaches, string? Pool);

/// <summary>Gives one case to a coach. Who is partial is never the answer: the one who submitted it cannot have it.</summary>
internal sealed class AssignCase(IdeasDbContext db, CurrentUser me, CoachPools pools, TimeProvider time)
{
    public async Task<Outcome<AssignView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.Assign)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        return idea is null ? NotFound : new AssignView(idea.CaseNumber, idea.Version, idea.CoachId, await pools.CoachesOfAsync(idea, cancellationToken), await pools.NameOfAsync(idea, cancellationToken));
    }

    /// <returns>The case's version afterwards.</returns>
    public async Task<Outcome<int>> HandleAsync(AssignRequest request, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.WithOwners().Within(me.Scope(IdeasPermissions.Assign)).FirstOrDefaultAsync(one => one.CaseNumber == request.CaseNumber, cancellationToken);
        if (idea is null) return NotFound;
        if (idea.Version != request.Version) return Problem.Stale();
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat.");
        if (request.Coach is { } coach)
        {
            if (!(await pools.CoachesOfAsync(idea, cancellationToken)).Any(person => person.Id == coach))
                return Problem.Invalid(new FieldError(nameof(request.Coach), "Coach: välj någon som är coach här."));
            if (idea.IsOwnOf(coach)) return Problem.Invalid(new FieldError(nameof(request.Coach), "Coach: den personen är idégivare eller har anmält jäv."));
        }

        Assignment.To(db, idea, request.Coach, me.RequiredId, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return idea.Version;
    }

    private static Problem NotFound => OpenCase.OpenCase.NotFound;
}

/// <summary>What an assignment writes, one case or many.</summary>
internal static class Assignment
{
    /// <param name="decision">The decision that it follows from, and that takes it along when it is taken back.</param>
    public static void To(IdeasDbContext db, Idea idea, Guid? coach, Guid by, DateTimeOffset now, Guid? decision = null)
    {
        idea.CoachId = coach;
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.Assigned, Stage = idea.Stage, DecisionId = decision, ActorId = by });
        db.Audit(new AuditFact("ideas.assigned", "idea", idea.Id, by, idea.AuthorityId, new Dictionary<string, string> { ["coach"] = coach?.ToString() ?? "" }));
    }
}
