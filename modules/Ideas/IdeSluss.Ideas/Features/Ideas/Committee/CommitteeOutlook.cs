using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>What lies before and after a nämnd's decisions: its part of the sluice, what is on its way, and what became of what it decided.</summary>
internal sealed class CommitteeOutlook(IdeasDbContext db, SluiceOrder order, WorkflowNames names, IFormRegistry forms, IStringLocalizer texts, TimeProvider time)
{
    private const int MostComing = 20;

    /// <summary>The later first: what was measured last is what counts.</summary>
    private static readonly string[] FollowUps = [FormKeys.FollowUpTwelveMonths, FormKeys.FollowUpSixMonths];

    public async Task<IReadOnlyList<CommitteeStage>> SluiceAsync(Guid authority, CancellationToken cancellationToken)
    {
        var counts = await db.Ideas.AsNoTracking().OnTheirWay().Where(idea => idea.AuthorityId == authority).GroupBy(idea => idea.Stage)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. order.Stages.Select(stage => new CommitteeStage(stage.Name, counts.GetValueOrDefault(stage.Code)))];
    }

    /// <param name="waiting">Those that are there already.</param>
    public async Task<IReadOnlyList<ComingCase>> ComingAsync(Guid authority, PermissionScope scope, IReadOnlyList<Guid> waiting, CancellationToken cancellationToken)
    {
        // A small idea is the manager's own affair; only the full way comes to where a nämnd decides.
        var now = time.GetUtcNow();
        string[] before = [Stages.Need, Stages.Concept, Stages.Test, Stages.DecisionBasis];
        var rows = await db.Ideas.AsNoTracking().Within(scope).Public(now)
            .Where(idea => idea.AuthorityId == authority && idea.Status != IdeaStatus.Closed && idea.Track == Tracks.Full && before.Contains(idea.Stage) && !waiting.Contains(idea.Id))
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(MostComing)
            .Select(idea => new { idea.CaseNumber, idea.PublicTitle, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.PromiseDue }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ComingCase(row.CaseNumber, row.PublicTitle, names.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage), row.PromiseDue))];
    }

    public async Task<IReadOnlyList<CommitteeDecision>> LedToAsync(IReadOnlyList<(Decision Decision, Idea Idea)> decided, CancellationToken cancellationToken)
    {
        var ids = decided.Select(one => one.Idea.Id).ToList();
        var rows = (await db.Evidence.AsNoTracking().Where(row => ids.Contains(row.IdeaId) && (row.Form == FormKeys.Lesson || row.Form == FormKeys.BenefitCalculation || FollowUps.Contains(row.Form))).ToListAsync(cancellationToken)).ToLookup(row => row.IdeaId);
        return [.. decided.Select(one => Of(one.Decision, one.Idea, [.. rows[one.Idea.Id]]))];
    }

    private CommitteeDecision Of(Decision decision, Idea idea, IReadOnlyList<EvidenceAnswer> rows) => new(
        idea.CaseNumber, idea.PublicTitle, texts[names.Outcome(idea.WorkflowKey, idea.WorkflowVersion, decision.Gate, decision.Outcome)], decision.CommitteeParagraph ?? "", decision.MeetingDay!.Value,
        Today(idea), Effect(idea, rows), idea.ClosedAt is not null && rows.Any(row => row is { Form: FormKeys.Lesson, Complete: true }));

    private string Today(Idea idea) => idea.CloseReason is { } reason && names.Of(idea)?.CloseReasons.FirstOrDefault(one => one.Code == reason) is { } ended
        ? texts[ended.Name]
        : texts[names.Stage(idea.WorkflowKey, idea.WorkflowVersion, idea.ShownStage(time.GetUtcNow()))];

    /// <summary>What the follow-up counts: how much of what was planned came true, and how many benefits reached their goal.</summary>
    private IReadOnlyList<string> Effect(Idea idea, IReadOnlyList<EvidenceAnswer> rows)
    {
        if (FollowUps.FirstOrDefault(form => rows.Any(row => row.Form == form && row.Complete)) is not { } form) return [];
        var facts = CaseEvidence.Of(idea, rows, forms);
        return [.. (facts.Of(form)?.Computed ?? []).Select(result => $"{texts[result.Computation.Label].Value}: {AnswerText.Of(result, texts)}")];
    }
}
