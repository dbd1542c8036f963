using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <summary>A decision record to read: FL 31 § and how it reached the submitter.</summary>
/// <param name="Held">The reply has not left: it can be taken back or sent now.</param>
internal sealed record DecisionView(
    Guid Id, string CaseNumber, string? Title, string Gate, string Outcome, string FromStage, string ToStage, DateTimeOffset DecidedAt, string? DecidedBy, string? DecidedAs,
    string? Presenter, string? Participants, string? LegalBasis, string? CommitteeParagraph, DateOnly? MeetingDay, string? Voting, string Reason, string Reply, DateTimeOffset EffectiveAt, bool Held,
    DateTimeOffset? TakenBackAt, bool MayAct, Guid? CorrectsId, Guid? CorrectedById, string ReplyLanguage);

internal sealed class ReadDecision(IdeasDbContext db, DecisionCases decisions, IWorkflowRegistry workflows, IPeopleDirectory people, TimeProvider time)
{
    public async Task<Outcome<DecisionView>> HandleAsync(string caseNumber, Guid decisionId, CancellationToken cancellationToken)
    {
        if ((await decisions.FindAsync(caseNumber, decisionId, cancellationToken)).Failed(out var problem, out var found)) return problem;
        var (idea, decision, mayAct) = found;
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion);
        var gate = workflow?.Gates.FirstOrDefault(one => one.Code == decision.Gate);
        var decider = decision.DecidedById is { } id ? await people.FindAsync(id, cancellationToken) : null;
        var correctedBy = await db.Decisions.Where(one => one.CorrectsId == decision.Id).OrderByDescending(one => one.Id).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        return new DecisionView(
            decision.Id, idea.CaseNumber, idea.PublicTitle, gate?.Name ?? decision.Gate, gate?.Outcomes.FirstOrDefault(one => one.Code == decision.Outcome)?.Name ?? decision.Outcome,
            StageName(workflow, decision.FromStage), StageName(workflow, decision.ToStage), decision.DecidedAt, decider?.DisplayName, decision.DecidedAs is { } role ? DecidingRole.Of(role) : null,
            decision.Presenter, decision.Participants, decision.LegalBasis, decision.CommitteeParagraph, decision.MeetingDay, decision.Voting, decision.Reason, decision.Reply, decision.EffectiveAt,
            decision.TakenBackAt is null && decision.EffectiveAt > time.GetUtcNow(), decision.TakenBackAt, mayAct, decision.CorrectsId, correctedBy, SpeakingTo.LanguageFor(idea.Language));
    }

    private static string StageName(WorkflowDefinition? workflow, string code) => workflow?.Stages.FirstOrDefault(stage => stage.Code == code)?.Name ?? code;
}
