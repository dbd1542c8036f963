using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>The state of a case at its gate: what can be decided, what is missing for it, and what has been said.</summary>
/// <param name="WhyNot">Why the caller cannot decide; null when they can.</param>
/// <param name="Version">Send it as If-Match.</param>
internal sealed record GateView(
    string CaseNumber, string? Title, string? NeedSentence, string? PublicText, string? Place, DateOnly? PromiseDue, string Status,
    string Stage, string StageName, string? Track, string? TrackName, string? Gate, string? GateName, IReadOnlyList<string> DecidedBy, string? WhyNot, string? DecideAs, string? LegalBasis,
    IReadOnlyList<OutcomeView> Outcomes, IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<RequirementView> Requirements, ReceiverView? Receiver, IReadOnlyList<ConsultationView> Consultations,
    IReadOnlyList<AdviceView> Advice, IReadOnlyList<EarlierDecision> Earlier, string Language, IReadOnlyList<ShownTranslation> Translations, int Version)
{
    /// <summary>What a decision would rest on, as it is now (<see cref="SeenBasis"/>); comes back with the decision. Part of the ETag.</summary>
    public string Seen { get; init; } = "";

    /// <summary>Why the nämnd decides, and the code of the legal reference behind it; null when it need not.</summary>
    public string? ToCommittee { get; init; }
    public string? ToCommitteeLaw { get; init; }

    /// <summary>What a delegate decides with, and how far it goes; null where nothing is delegated.</summary>
    public string? Delegation { get; init; }

    /// <summary>Page where the caller enters the nämnd's decision; null when they decide in another role.</summary>
    public string? EnterAt { get; init; }
}

/// <param name="Missing">What stands in the way of this outcome, besides what plugins check at the decision itself.</param>
internal sealed record OutcomeView(string Code, string Name, string Kind, bool Negative, bool NeedsEvidence, IReadOnlyList<ApiError> Missing, IReadOnlyList<CloseReasonView> CloseReasons);

internal sealed record CloseReasonView(string Code, string Name);

/// <param name="State"><c>complete</c>, <c>started</c>, <c>missing</c> or <c>not-needed</c>.</param>
/// <param name="OnlyFor">Names of the outcomes that need it; empty when all do.</param>
/// <param name="Hints">Advice that stops nothing.</param>
internal sealed record EvidenceView(string Form, string Title, string State, string? Missing, bool Blocking, int Version, IReadOnlyList<string> OnlyFor, IReadOnlyList<string> Hints);

/// <summary>What the gate asks for beside forms.</summary>
/// <param name="State"><c>complete</c> or <c>missing</c>.</param>
/// <param name="Outcomes">Names of the outcomes that wait for it; empty when every outcome that goes on does.</param>
/// <param name="Place">Where the reader sees to it; null when it is somebody else's to do.</param>
internal sealed record RequirementView(string Key, string Title, string State, string? Missing, bool Blocking, IReadOnlyList<string> Outcomes, string? Place);

internal sealed record AdviceView(string Role, string Recommendation, string Text, DateTimeOffset At);

internal sealed record EarlierDecision(Guid Id, string Gate, string Outcome, DateTimeOffset DecidedAt, string? DecidedAs, string Reason, DateTimeOffset EffectiveAt, bool TakenBack);

internal sealed class ReadGate(
    IdeasDbContext db, CurrentUser user, GateCases cases, CaseReceiver receivers, CaseConsultations consultations, ReadTranslations translations, DeciderCompetence competence, IOrganisation organisation, IFormRegistry forms, IStringLocalizer texts)
{
    public async Task<Outcome<GateView>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if ((await cases.FindAsync(caseNumber, cancellationToken)).Failed(out var problem, out var found))
            return problem == GateCases.ReadOnly && await cases.IdeaAsync(caseNumber, cancellationToken) is { } stranded ? WithoutWorkflow(stranded) : problem;
        var (idea, workflow, gate, myRoles, isOwn, stored, taken, facts) = found;
        var answers = CaseEvidence.Of(idea, stored, forms);
        var advice = gate is null ? [] : await db.Advice.AsNoTracking().Where(one => one.IdeaId == idea.Id && one.Gate == gate.Code).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(one => one.IdeaId == idea.Id).OrderByDescending(one => one.Id).Take(50).ToListAsync(cancellationToken);
        var role = found.Route?.Committee is not null && myRoles.Contains(Roles.CommitteeSecretary) ? Roles.CommitteeSecretary : myRoles is [var first, ..] ? first : null;
        return new GateView(
            idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, idea.Place, idea.PromiseDue, idea.Status.ToString(),
            idea.Stage, workflow.StageOf(idea.Stage).Name, idea.Track, workflow.TrackOf(idea.Track)?.Name, gate?.Code, gate?.Name,
            gate is null ? [] : [.. gate.DecidersIn(idea.Track).Select(one => texts[DecidingRole.Of(one)].Value)],
            WhyNot(found) is { } why ? texts.Say(why) : null, role, role is null ? null : texts.Say(DecisionRecordRules.DefaultLegalBasis(role, found.Route?.Delegation)),
            gate is null || isOwn ? [] : [.. gate.OpenIn(idea.Track, taken).Where(outcome => found.MyRolesFor(outcome).Count > 0).Select(outcome => View(found, gate, outcome, answers))],
            gate is null ? [] : [.. EvidenceOf(gate, idea.Track, stored, answers)],
            gate is null ? [] : [.. RequirementsOf(idea, gate, facts, answers), .. isOwn || myRoles.Count == 0 ? [] : await competence.LinesAsync(gate.Code, cancellationToken)],
            await receivers.OfAsync(idea.Id, cancellationToken),
            await consultations.OfAsync(idea.Id, cancellationToken),
            [.. advice.Select(one => new AdviceView(texts[DecidingRole.Of(one.Role)].Value, texts[Recommendations.NameOf(one.Recommendation)].Value, one.Text, one.At))],
            [.. decisions.Select(one => Earlier(workflow, one))],
            idea.Language, await translations.ForReadingAsync(idea, cancellationToken),
            idea.Version)
        {
            Seen = SeenBasis.Of(stored, facts).ToString(),
            ToCommittee = found.Route?.Committee is { } reason ? texts.Say(reason.Why) : null,
            EnterAt = role == Roles.CommitteeSecretary && !isOwn && await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken) is { } committee ? $"/namnd/{committee.Code.ToLowerInvariant()}/beslut?nummer={idea.CaseNumber}" : null,
            ToCommitteeLaw = found.Route?.Committee?.Law,
            Delegation = found.Route is { Committee: null, Delegation: { } rule } && gate!.DecidersIn(idea.Track).Contains(Roles.DelegatedDecisionMaker) ? texts.Say(DelegationOrder.Describe(rule)) : null,
        };
    }

    /// <summary>Whoever declared the workflow is gone: what the case says can be read, and why nothing can be done.</summary>
    private GateView WithoutWorkflow(Idea idea) => new(
        idea.CaseNumber, idea.PublicTitle, idea.NeedSentence, idea.PublicText, idea.Place, idea.PromiseDue, idea.Status.ToString(),
        idea.Stage, idea.Stage, idea.Track, idea.Track, null, null, [], texts.Say(GateCases.ReadOnly.Message), null, null, [], [], [], null, [], [], [], idea.Language, [], idea.Version);

    private static Text? WhyNot(GateCase found) => found switch
    {
        { Gate: null } => "Här finns inget mer att besluta.",
        { IsOwn: true } => SeparationOfDuties.OwnIdea.Message,
        { MyRoles.Count: 0, Route.Committee: { } committee } => committee.Why,
        { MyRoles.Count: 0 } => new Text("{0} beslutar här. Du kan läsa ärendet men inte besluta.", new Text(DecidingRole.Of(found.Gate.DecidersIn(found.Idea.Track)[0]))),
        _ => null,
    };

    private OutcomeView View(GateCase found, Gate gate, GateOutcome outcome, FormFacts answers)
    {
        var (idea, workflow) = (found.Idea, found.Workflow);
        var track = outcome.SetsTrack ?? idea.Track;
        var missing = GateReadiness.Missing(idea, gate, outcome, track, answers, found.Facts, forms);
        return new(outcome.Code, texts[outcome.Name].Value, outcome.Kind.ToString(), outcome.Negative, outcome.NeedsEvidence,
            [.. missing.Select(error => new ApiError(error.Field, texts.Say(error.Message)))],
            outcome.CloseReasons.Count < 2 ? [] : [.. workflow.CloseReasons.Where(reason => outcome.CloseReasons.Contains(reason.Code)).Select(reason => new CloseReasonView(reason.Code, texts[reason.Name].Value))]);
    }

    private IEnumerable<EvidenceView> EvidenceOf(Gate gate, string? track, IReadOnlyList<EvidenceAnswer> stored, FormFacts answers)
    {
        foreach (var evidence in gate.Evidence.OrderByDescending(one => one.NeededIn(track)))
        {
            // Another track's single form is not something this case skips.
            if (!evidence.NeededIn(track) && !evidence.NeededIn(Tracks.Full)) continue;
            var row = stored.FirstOrDefault(one => one.Form == evidence.Form);
            var missing = GateReadiness.MissingIn(evidence.Form, answers, forms);
            var state = !evidence.NeededIn(track) ? "not-needed" : missing.Count == 0 ? "complete" : row is null ? "missing" : "started";
            yield return new(
                evidence.Form, texts[forms.Current(evidence.Form)?.Title ?? evidence.Form].Value, state,
                state is "complete" or "not-needed" ? null : string.Join(' ', missing.Select(error => texts.Say(error.Message))), evidence.Blocking, row?.Version ?? 0,
                evidence.OnlyForOutcomes is null ? [] : [.. gate.Outcomes.Where(outcome => evidence.NeededFor(outcome.Code)).Select(outcome => texts[outcome.Name].Value)],
                [.. (answers.Of(evidence.Form)?.Hints ?? []).Select(hint => texts.Say(new Text("{0}: {1}", new Text(forms.Current(evidence.Form)?.Title ?? evidence.Form), hint.Message)))]);
        }
    }

    private IEnumerable<RequirementView> RequirementsOf(Idea idea, Gate gate, CaseFacts facts, FormFacts answers)
    {
        foreach (var requirement in gate.RequirementsIn(idea.Track).Where(one => GateReadiness.IsAsked(one, answers)))
        {
            var waiting = gate.OutcomesIn(idea.Track).Where(outcome => requirement.Outcomes.Contains(outcome.Code));
            var missing = RequirementRules.Missing(requirement, idea, facts);
            // One that waits for several is one line for each.
            foreach (var one in missing.DefaultIfEmpty(null))
                yield return new(
                    RequirementRules.KeyOf(requirement), texts.Say(facts.Words.TitleOf(requirement)), one is null ? "complete" : "missing", one is null ? null : texts.Say(one.Message), requirement.Blocking,
                    [.. waiting.Select(outcome => texts[outcome.Name].Value)], user.Has(IdeasPermissions.Prepare) ? RequirementRules.PlaceOf(requirement, idea.CaseNumber) : null);
        }
    }

    private EarlierDecision Earlier(WorkflowDefinition workflow, Decision decision)
    {
        var gate = workflow.Gates.FirstOrDefault(one => one.Code == decision.Gate);
        return new(decision.Id, texts[gate?.Name ?? decision.Gate].Value, texts[gate?.Outcomes.FirstOrDefault(one => one.Code == decision.Outcome)?.Name ?? decision.Outcome].Value,
            decision.DecidedAt, decision.DecidedAs is { } role ? texts[DecidingRole.Of(role)].Value : null, decision.Reason, decision.EffectiveAt, decision.TakenBackAt is not null);
    }
}

/// <summary>What an adviser may recommend.</summary>
internal static class Recommendations
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("YES", "Gå vidare"), ("YES_BUT", "Gå vidare, men ändra något"), ("NO", "Gå inte vidare")];

    public static string NameOf(string code) => All.FirstOrDefault(one => one.Code == code).Name ?? code;
}
