using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.IdeaCard;

/// <summary>Everything that is known of a case, each fact once, by the step where it is asked for.</summary>
/// <param name="Missing">What the gate ahead still asks for.</param>
/// <param name="Elsewhere">Forms that the case has answers to but its workflow no longer asks for.</param>
internal sealed record IdeaCardView(
    string CaseNumber, string? Title, string? Need, string? Text, string Language, string? Area, string? Unit, string StageName, string? TrackName, DateOnly? PromiseDue, bool Open,
    IReadOnlyList<MissingOnCard> Missing, IReadOnlyList<CardStep> Steps, IReadOnlyList<CardForm> Elsewhere, FormFacts Facts);

/// <param name="Place">Where the reader sees to it; null when it is somebody else's to do.</param>
internal sealed record MissingOnCard(string Key, Text Message, string? Place);

/// <summary>A gate with what was filled in for it and what was decided there.</summary>
internal sealed record CardStep(string Gate, string StageName, string GateName, IReadOnlyList<CardForm> Forms, IReadOnlyList<CardDecision> Decisions);

internal sealed record CardForm(FormDefinition Form, FormEvaluation Evaluation, EvidenceAnswer Row);

internal sealed record CardDecision(Guid Id, string Outcome, DateTimeOffset At, string? Role, string Reason);

internal sealed class ReadIdeaCard(IdeasDbContext db, CurrentUser user, CaseEvidence evidence, ReadCaseFacts caseFacts, WorkflowNames names, IFormRegistry forms, IOrganisation organisation)
{
    public async Task<Outcome<IdeaCardView>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.AsNoTracking().Within(user.Scope(IdeasPermissions.ReadEvidence)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        var rows = await db.Evidence.AsNoTracking().Where(one => one.IdeaId == idea.Id).ToListAsync(cancellationToken);
        var facts = await evidence.OfAsync(idea, rows, cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.TakenBackAt == null).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var workflow = names.Of(idea);
        var steps = (workflow?.Gates ?? []).Select(gate => Step(workflow!, gate, rows, facts, decisions, idea)).Where(step => step.Forms.Count + step.Decisions.Count > 0).ToList();
        var shown = steps.SelectMany(step => step.Forms).Select(form => form.Row.Form).ToHashSet();
        return new IdeaCardView(
            idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, idea.Language, idea.Area is { } area ? IdeaAreas.NameOf(area) : null,
            idea.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name : null,
            names.Stage(idea.WorkflowKey, idea.WorkflowVersion, idea.Stage), names.Track(idea.WorkflowKey, idea.WorkflowVersion, idea.Track), idea.PromiseDue, idea.IsOpen,
            idea.IsOpen && workflow?.GateAfter(idea.Stage) is { } ahead ? await MissingAsync(idea, ahead, rows, facts, cancellationToken) : [],
            steps, [.. rows.Where(row => !shown.Contains(row.Form)).Select(row => Form(row, facts)).OfType<CardForm>()], facts);
    }

    /// <summary>Each form stands at the first gate that asks for it, and a guide beside the form that it helped with.</summary>
    private CardStep Step(WorkflowDefinition workflow, Gate gate, List<EvidenceAnswer> rows, FormFacts facts, List<Decision> decisions, Idea idea)
    {
        var before = workflow.Gates.TakeWhile(one => one != gate).SelectMany(one => one.Evidence).Select(one => one.Form).ToHashSet();
        return new CardStep(gate.Code, workflow.StageOf(gate.From).Name, gate.Name,
            [.. gate.Evidence.Where(one => !before.Contains(one.Form)).SelectMany(one => EqualityGuides.HelpingWith(one.Form).Prepend(one.Form)).Select(form => rows.Find(row => row.Form == form)).OfType<EvidenceAnswer>().Select(row => Form(row, facts)).OfType<CardForm>()],
            [.. decisions.Where(one => one.Gate == gate.Code).Select(one => new CardDecision(one.Id, names.Outcome(idea.WorkflowKey, idea.WorkflowVersion, one.Gate, one.Outcome), one.DecidedAt, one.DecidedAs is { } role ? DecidingRole.Of(role) : null, one.Reason))]);
    }

    private static CardForm? Form(EvidenceAnswer row, FormFacts facts) => facts.Of(row.Form) is { } evaluation ? new(evaluation.Form, evaluation, row) : null;

    /// <summary>For going on: an outcome that returns or closes may need less.</summary>
    private async Task<IReadOnlyList<MissingOnCard>> MissingAsync(Idea idea, Gate gate, List<EvidenceAnswer> rows, FormFacts facts, CancellationToken cancellationToken)
    {
        if (gate.OutcomesIn(idea.Track).FirstOrDefault(outcome => outcome.NeedsEvidence) is not { } outcome) return [];
        var around = await caseFacts.OfAsync(idea, gate, rows, cancellationToken);
        var places = gate.RequirementsIn(idea.Track).ToLookup(RequirementRules.KeyOf, requirement => RequirementRules.PlaceOf(requirement, idea.CaseNumber));
        return
        [
            .. GateReadiness.Missing(idea, gate, outcome, outcome.SetsTrack ?? idea.Track, facts, around, forms).Select(error => new MissingOnCard(
                error.Field, error.Message, places.Contains(error.Field) ? user.Has(IdeasPermissions.Work) ? places[error.Field].First() : null
                    : gate.Code == Gates.Triage ? user.Has(IdeasPermissions.Sort) ? $"/arbete/{idea.CaseNumber}/sortera" : null
                    : FillEvidence.EvidenceAddress.Of(idea.CaseNumber, error.Field))),
        ];
    }
}
