using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>
/// The submitter takes the idea back: the case closes and is no longer worked on. What came in stays a public document and its history is kept; only a disposal
/// decision removes it.
/// </summary>
internal sealed class WithdrawCase(IdeasDbContext db, IWorkflowRegistry workflows, MergeQuestions mergeQuestions, TimeProvider time)
{
    /// <summary>Not what is already closed, and not what a receiver of irregularities has: that duty does not end because someone regrets telling.</summary>
    public static bool IsPossible(Idea idea) => idea.IsOpen && !idea.Restricted && !idea.Hints.HasFlag(SensitiveHints.Irregularity);

    /// <param name="confirmed">The box that says so was ticked.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid ideaId, bool confirmed, Guid? person, CancellationToken cancellationToken)
    {
        if (!confirmed) return Problem.Invalid(new FieldError("Confirm", "Kryssa i att du vill ta tillbaka idén."));
        var now = time.GetUtcNow();
        if (await db.Ideas.FirstOrDefaultAsync(idea => idea.Id == ideaId, cancellationToken) is not { } idea) return OwnCase.NoSuchCase;
        if (idea.CloseReason == CloseReasons.Withdrawn) return Done.It;
        if (idea.HeldUntil > now) return Problem.Conflict("Ett besked är på väg till dig. Läs det först, och försök igen om en stund.");
        if (!IsPossible(idea)) return Problem.Conflict("Idén går inte att ta tillbaka nu. Ring oss om du undrar varför.");
        // One of several who stand behind it cannot close it for the others.
        if (await db.Ideas.AnyAsync(other => other.MergedIntoId == ideaId, cancellationToken)) return Problem.Conflict("Andras idéer är hopslagna med din. Skriv till oss, så delar vi dem. Sedan kan du ta tillbaka din.");
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is not { } workflow) return Problem.Conflict("Idén går inte att ändra just nu. Försök igen senare.");

        var end = workflow.Stages.First(stage => stage.IsEnd);
        idea.Enter(end, workflow.TrackOf(idea.Track), now);
        idea.CloseReason = CloseReasons.Withdrawn;
        if (await mergeQuestions.PresentAsync(ideaId, cancellationToken) is { State: MergeState.Asked } question) await mergeQuestions.EndAsync(question, MergeState.Withdrawn, now, cancellationToken);
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = ideaId, At = now, VisibleFrom = now, Audience = Audience.Public, Kind = TimelineKinds.Withdrawn, Stage = end.Code, ActorId = person });
        foreach (var task in await db.Tasks.Where(task => task.IdeaId == ideaId && task.DoneAt == null && !task.Cancelled).ToListAsync(cancellationToken)) task.Cancelled = true;
        db.Publish(new IdeaClosed(idea.Id, idea.CaseNumber, CloseReasons.Withdrawn, now), idea.Id);
        db.Audit(new AuditFact("ideas.withdrawn", "idea", idea.Id, person, idea.AuthorityId));
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
}
