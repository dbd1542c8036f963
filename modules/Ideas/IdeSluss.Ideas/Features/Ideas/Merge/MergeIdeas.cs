using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <param name="By">The coach who wrote it in or decided; the submitter's account; null when it came with the code.</param>
internal sealed record MergeAnswered(MergeConsent Consent, Guid? By, string? Note);

/// <summary>
/// Carries out a merge that was asked about. The idea closes and follows the other's way with all that are merged into it; texts, messages and evidence stay where
/// they are. Only inside <see cref="MergeLock"/>, and never by a job.
/// </summary>
internal sealed class MergeIdeas(IdeasDbContext db, IWorkflowRegistry workflows, MergeQuestions questions, MergeGroup group, SubmitterNews news)
{
    /// <returns>False when the other idea can no longer be merged with: the case goes on by itself, and a coach is told.</returns>
    public async Task<Outcome<bool>> HandleAsync(Idea idea, MergeRecord record, MergeAnswered answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is not { } workflow) return GateCases.ReadOnly;
        record.AnsweredAt = now;
        record.AnsweredById = answer.By;
        record.Consent = answer.Consent;
        record.ConsentNote = answer.Note;
        var target = await group.WholeAsync(record.TargetId, cancellationToken);
        if (!MergeRules.CanTakeIn(idea, target)) return await LapseAsync(idea, record, target, now, cancellationToken);

        await questions.EndAsync(record, MergeState.Merged, now, cancellationToken);
        record.MergedAt = now;
        record.Before = (MergeBefore.Parse(record.Before) with { Merged = CaseBefore.Of(idea, 0), CancelledTasks = await CancelTasksAsync(idea.Id, cancellationToken) }).ToJson();
        idea.Enter(workflow.Stages.First(stage => stage.IsEnd), workflow.TrackOf(idea.Track), now);
        idea.CloseReason = CloseReasons.Merged;
        idea.MergedIntoId = target.Id;
        // Whoever is deciding on the other idea right now must read anew: it may have become their own.
        db.Entry(target).Property(one => one.Version).IsModified = true;

        Tell(idea, target, record, answer, now);
        foreach (var own in idea.Merged.Prepend(idea))
            if (own != idea || answer.Consent == MergeConsent.Unanswered)
                await news.TellAsync(own, "Din idé {0} är hopslagen med en annan", "Hej!\n\nDin idé {0} är hopslagen med en annan. Du står kvar som idégivare. Läs mer här:\n{1}\n",
                    "Ring idégivaren och berätta att idén är hopslagen med en annan.", "Skriv till idégivaren och berätta att idén är hopslagen med en annan.", now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await group.MoveInAsync(idea.Id, target.Id, cancellationToken);
        return true;
    }

    /// <summary>What would remind or wake a case that has ended. What someone still has to read stays.</summary>
    private async Task<IReadOnlyList<Guid>> CancelTasksAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks.Where(task => task.IdeaId == ideaId && task.DoneAt == null && !task.Cancelled
            && (task.Kind == CoachTaskKind.FollowUp || task.Kind == CoachTaskKind.RemindSubmitter || task.Kind == CoachTaskKind.ConsiderClosing
                || task.Kind == CoachTaskKind.AnswerReceiver || task.Kind == CoachTaskKind.ChooseReceiver)).ToListAsync(cancellationToken);
        foreach (var task in tasks) task.Cancelled = true;
        return [.. tasks.Select(task => task.Id)];
    }

    private async Task<Outcome<bool>> LapseAsync(Idea idea, MergeRecord record, Idea target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await questions.EndAsync(record, MergeState.Lapsed, now, cancellationToken);
        MergeRules.GoOn(idea, MergeBefore.Parse(record.Before).Asked, now);
        // The other was merged into this one meanwhile: that is what was asked for.
        if (target.Id != idea.Id)
        {
            db.Timeline.Add(MergeQuestions.Line(idea, TimelineKinds.MergeWithdrawn, Audience.Submitter, now, now, null, null, null));
            db.Tasks.Add(MergeQuestions.Task(idea, CoachTaskKind.ConsiderMerge, "Idégivaren sa ja till att slå ihop, men den andra idén är avslutad. Besluta om idén.", now));
        }

        db.Audit(new AuditFact("ideas.merge-lapsed", "idea", idea.Id, record.AnsweredById, idea.AuthorityId, new Dictionary<string, string> { ["merge"] = record.Id.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return false;
    }

    private void Tell(Idea idea, Idea target, MergeRecord record, MergeAnswered answer, DateTimeOffset now)
    {
        var role = answer.Consent == MergeConsent.Submitter ? null : Roles.IdeaCoach;
        var numbers = $"{target.CaseNumber}, {idea.CaseNumber}";
        foreach (var one in new[] { idea, target })
        {
            db.Timeline.Add(MergeQuestions.Line(one, TimelineKinds.Merged, Audience.Public, now, now, answer.By, role, numbers));
            db.Audit(new AuditFact("ideas.merged", "idea", one.Id, answer.By, one.AuthorityId, new Dictionary<string, string>
            {
                ["merge"] = record.Id.ToString(), ["idea"] = idea.Id.ToString(), ["into"] = target.Id.ToString(), ["consent"] = answer.Consent.ToString(),
            }));
        }

        var decidedBy = answer.Consent == MergeConsent.Unanswered ? answer.By!.Value : record.AskedById;
        db.Publish(new IdeasMerged(idea.Id, idea.CaseNumber, target.Id, target.CaseNumber, CodeOf(answer.Consent), decidedBy, now), idea.Id);
        db.Publish(new IdeaClosed(idea.Id, idea.CaseNumber, CloseReasons.Merged, now), idea.Id);
    }

    private static string CodeOf(MergeConsent consent) => consent switch
    {
        MergeConsent.Submitter => "SUBMITTER",
        MergeConsent.ToldOffice => "TOLD_OFFICE",
        _ => "UNANSWERED",
    };
}
