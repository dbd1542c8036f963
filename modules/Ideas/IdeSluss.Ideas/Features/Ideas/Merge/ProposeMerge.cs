using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <param name="MergeInto">Case number of the idea that goes on.</param>
internal sealed record MergeProposal(string CaseNumber, string? MergeInto, string? Reason, bool Impartial, int Version);

/// <summary>
/// A coach finds, at any stage, that an idea is the same as another, and asks its submitter. The question is held as a reply is, and can be taken back at any time.
/// At sorting the decision asks instead.
/// </summary>
internal sealed class ProposeMerge(IdeasDbContext db, MergeCases cases, MergeTargets targets, MergeQuestions questions, IWorkflowRegistry workflows, CurrentUser user, IdeaRules rules, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(MergeProposal proposal, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(proposal.CaseNumber, proposal.Version, cancellationToken)).Failed(out var problem, out var idea)) return problem;
        var now = time.GetUtcNow();
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is null) return GateCases.ReadOnly;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Det går inte att slå ihop.");
        if (idea.HeldUntil > now) return Problem.Conflict("Ett besked är på väg till idégivaren. Vänta tills det har gått.");
        if (await questions.PresentAsync(idea.Id, cancellationToken) is not null) return MergeProblems.AlreadyAsked;

        var errors = new List<FieldError>();
        if ((await targets.FindAsync(idea, proposal.MergeInto, user.Scope(IdeasPermissions.Sort), cancellationToken)).Failed(out var wrong, out var target)) errors.AddRange(wrong.Errors);
        var reason = proposal.Reason?.Trim();
        if (string.IsNullOrEmpty(reason)) errors.Add(new("Reason", "Skriv varför idéerna hör ihop. Idégivaren läser det."));
        else if (reason.Length > DecisionRecordRules.MostReason) errors.Add(new("Reason", new Text("Skälet är {0} tecken, högst {1} får plats.", reason.Length, DecisionRecordRules.MostReason)));
        if (!proposal.Impartial) errors.Add(new("Impartial", "Kryssa i att inget gör dig partisk. Annars måste någon annan fråga."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var before = CaseBefore.Of(idea, 0);
        idea.CoachId ??= user.RequiredId;
        idea.Pause(IdeaStatus.Waiting, now);
        idea.StageBeforeHold = idea.Stage;
        idea.HeldUntil = now + rules.ReplyHold;
        await questions.AskAsync(idea, target!, new(reason!, Words(idea, target!, reason!, now), user.RequiredId, now, idea.HeldUntil.Value), before, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return MergeProblems.AlreadyAsked;
        }

        return Done.It;
    }

    /// <summary>The coach takes the question back. Within the hold nobody has seen it; later the submitter reads that it is no longer asked.</summary>
    public async Task<Outcome<Done>> WithdrawAsync(string caseNumber, int version, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(caseNumber, version, cancellationToken)).Failed(out var problem, out var idea)) return problem;
        var now = time.GetUtcNow();
        if (await questions.PresentAsync(idea.Id, cancellationToken) is not { State: MergeState.Asked } record) return Problem.Conflict("Det finns ingen fråga att ta tillbaka.");
        var unseen = record.AskedFrom > now;
        if (unseen && record.DecisionId is not null) return Problem.Conflict("Frågan är en del av ett beslut som inte har gått än. Ta tillbaka beslutet i stället.");

        await questions.EndAsync(record, MergeState.Withdrawn, now, cancellationToken);
        var before = MergeBefore.Parse(record.Before).Asked;
        if (unseen)
        {
            before.Restore(idea);
            foreach (var line in await db.Timeline.Where(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.MergeAsked && line.At == record.AskedAt).ToListAsync(cancellationToken)) line.TakenBack = true;
        }
        else
        {
            MergeRules.GoOn(idea, before, now);
        }

        db.Timeline.Add(MergeQuestions.Line(idea, TimelineKinds.MergeWithdrawn, unseen ? Audience.Internal : Audience.Submitter, now, now, user.RequiredId, Roles.IdeaCoach, null));
        db.Audit(new AuditFact("ideas.merge-withdrawn", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["merge"] = record.Id.ToString() }));
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

    private string Words(Idea idea, Idea target, string reason, DateTimeOffset now)
    {
        using var _ = new SpeakingTo(idea.Language);
        return texts.Say(MergeWords.Question(target.CaseNumber, new Text("Skälet är: {0}", reason), GateDays.AnswerBy(now)));
    }
}

internal static class MergeProblems
{
    public static readonly Problem AlreadyAsked = Problem.Conflict("Idégivaren är redan tillfrågad om att slå ihop idén. Vänta på svaret, eller ta tillbaka frågan först.");
}
