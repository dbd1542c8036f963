using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

internal sealed record UnmergeRequest(string CaseNumber, string? Reason, int Version);

/// <summary>
/// Divides two ideas again: the idea is where it was, with its clock as if it had waited meanwhile, and what was merged into it comes along. What the other has
/// become in between stays the other's.
/// </summary>
internal sealed class Unmerge(IdeasDbContext db, MergeCases cases, MergeQuestions questions, MergeGroup group, MergeLock @lock, SubmitterNews news, CurrentUser user, TimeProvider time)
{
    public Task<Outcome<Done>> HandleAsync(UnmergeRequest request, CancellationToken cancellationToken) => @lock.RunAsync<Done>(
        async () =>
        {
            if ((await cases.FindAsync(request.CaseNumber, request.Version, cancellationToken)).Failed(out var problem, out var idea)) return problem;
            if (await questions.PresentAsync(idea.Id, cancellationToken) is not { State: MergeState.Merged } record) return Problem.Conflict("Idén är inte sammanslagen med någon annan.");
            var target = await group.WholeAsync(idea.Id, cancellationToken);
            if (SeparationOfDuties.IsOwn(target, user.RequiredId, user.Email)) return SeparationOfDuties.OwnIdea;
            if (MergeRules.CheckUnmerge(idea, target) is { } impossible) return impossible;
            var reason = request.Reason?.Trim();
            if (string.IsNullOrEmpty(reason)) return Problem.Invalid(new FieldError("Reason", "Skriv varför idéerna delas igen. Det visas öppet."));
            if (reason.Length > DecisionRecordRules.MostReason) return Problem.Invalid(new FieldError("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", reason.Length, DecisionRecordRules.MostReason)));

            var now = time.GetUtcNow();
            record.State = MergeState.Unmerged;
            record.UnmergedAt = now;
            record.UnmergedById = user.RequiredId;
            record.UnmergeReason = reason;
            await RestoreAsync(idea, record, now, cancellationToken);
            db.Entry(target).Property(one => one.Version).IsModified = true;
            await TellAsync(idea, target, record, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await group.MoveOutAsync(idea.Id, target.Id, cancellationToken);
            return Done.It;
        },
        cancellationToken);

    private async Task RestoreAsync(Idea idea, MergeRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = MergeBefore.Parse(record.Before);
        (before.Merged ?? before.Asked).Restore(idea);
        if (idea.PausedAt is null) idea.Pause(IdeaStatus.Waiting, record.MergedAt ?? now);
        MergeRules.GoOn(idea, before.Asked, now);
        var cancelled = before.CancelledTasks ?? [];
        foreach (var task in await db.Tasks.Where(task => cancelled.Contains(task.Id)).ToListAsync(cancellationToken)) task.Cancelled = false;
        db.Tasks.Add(MergeQuestions.Task(idea, CoachTaskKind.ConsiderMerge, "Idén är delad från en annan och väntar på dig. Se var den är.", now));
    }

    private async Task TellAsync(Idea idea, Idea target, MergeRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var note = $"{target.CaseNumber}, {idea.CaseNumber}\n{record.UnmergeReason}";
        foreach (var one in new[] { idea, target })
        {
            db.Timeline.Add(MergeQuestions.Line(one, TimelineKinds.Unmerged, Audience.Public, now, now, user.RequiredId, Roles.IdeaCoach, note));
            db.Audit(new AuditFact("ideas.unmerged", "idea", one.Id, user.RequiredId, one.AuthorityId, new Dictionary<string, string>
            {
                ["merge"] = record.Id.ToString(), ["idea"] = idea.Id.ToString(), ["from"] = target.Id.ToString(),
            }));
        }

        db.Publish(new IdeasUnmerged(idea.Id, idea.CaseNumber, target.Id, target.CaseNumber, idea.Stage, user.RequiredId, now), idea.Id);
        await news.TellAsync(idea, "Din idé {0} går vidare för sig", "Hej!\n\nDin idé {0} är inte längre hopslagen med en annan. Den går vidare för sig. Läs mer här:\n{1}\n",
            "Ring idégivaren och berätta att idén går vidare för sig.", "Skriv till idégivaren och berätta att idén går vidare för sig.", now, cancellationToken);
    }
}
