using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>
/// Takes an invented case through a gate: forms and preparations in the days before, then the product's own transition with the hour that the story says.
/// </summary>
internal sealed class DemoDecisions(
    IdeasDbContext db, DemoCast cast, DemoEvidence evidence, DemoPreparations preparations, DemoAftermath aftermath, AcceptByDeciding acceptance, IWorkflowRegistry workflows, WorkflowBinding binding,
    InstanceInfo instance, IStringLocalizer texts)
{
    /// <summary>Forms are filled in some days before the decision, or when there were few days half-way.</summary>
    private const int DaysBefore = 5;

    public async Task DecideAsync(DemoCase current, DemoStep step, CancellationToken cancellationToken)
    {
        var idea = current.Idea;
        var workflow = workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)!;
        var gate = workflow.GateAfter(idea.Stage) is { } ahead && ahead.Code == step.Gate ? ahead : throw new InvalidOperationException($"Demo idea {current.Demo.Key} is in {idea.Stage}, not at {step.Gate}.");
        var outcome = gate.OutcomesIn(step.Track ?? idea.Track).FirstOrDefault(one => one.Code == step.Outcome) ?? throw new InvalidOperationException($"Demo idea {current.Demo.Key}: {step.Gate} has no outcome {step.Outcome}.");
        var track = outcome.SetsTrack ?? step.Track ?? idea.Track;
        var prepared = step.Day + Math.Min(DaysBefore, (current.LastDay - step.Day) / 2);

        if (gate.Code == Gates.Triage) await SortAsync(current, outcome, cancellationToken);
        evidence.ForDecision(current, gate, outcome, step, track, prepared);
        await preparations.BeforeAsync(current, gate, outcome, step, track, prepared, cancellationToken);
        if (gate.Code == Gates.Triage && outcome.Kind == OutcomeKind.Advance) workflow = await binding.ForAsync(idea, workflow, cancellationToken);
        await PassAsync(current, workflow, gate, outcome, step, cancellationToken);
        current.LastDay = step.Day;
    }

    /// <summary>What the coach writes at the first gate.</summary>
    private async Task SortAsync(DemoCase current, GateOutcome outcome, CancellationToken cancellationToken)
    {
        var (idea, demo) = (current.Idea, current.Demo);
        if (demo.Title is null) return;
        idea.PublicTitle = demo.Title;
        idea.PublicText = demo.PublicText ?? demo.Text;
        idea.NeedSentence = demo.Need;
        idea.Area = demo.Area;
        if (demo.Unit is null || outcome.Kind != OutcomeKind.Advance) return;
        var unit = await cast.UnitAsync(demo.Unit, cancellationToken);
        (idea.UnitId, idea.AuthorityId) = (unit.Id, unit.AuthorityId);
    }

    private async Task PassAsync(DemoCase current, WorkflowDefinition workflow, Gate gate, GateOutcome outcome, DemoStep step, CancellationToken cancellationToken)
    {
        var idea = current.Idea;
        var at = current.At(step.Day, DemoHour.Decided);
        var role = step.As ?? gate.DecidersIn(idea.Track)[0];
        var decider = gate.Code == Gates.Triage ? idea.CoachId!.Value : (await cast.HolderAsync(role, idea.AuthorityId, idea.UnitId, cancellationToken)).Id;
        var redirect = workflow.Redirects.FirstOrDefault(target => target.Code == step.Target);
        var decision = new GateDecision
        {
            CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Reason = step.Why, Impartial = true, Track = step.Track, CloseReason = step.Because, RedirectTarget = step.Target, Question = step.Question,
            CommitteeParagraph = step.Committee?.Paragraph, MeetingDay = step.Committee is { } meeting ? current.Calendar.Day(meeting.Meeting) : null,
        };
        var records = GateTransition.Apply(
            idea, workflow, gate, outcome, decision, new(decider, role), Texts(current, outcome, step, role, redirect, at), outcome.Kind == OutcomeKind.Merge ? current.MergedInto?.Id : null, current.Evidence.ToDictionary(one => one.Form, one => one.Version), at, at.AddMinutes(10));
        db.Decisions.Add(records.Decision);
        db.Timeline.AddRange(records.Timeline);
        if (records.Question is not null) db.Messages.Add(records.Question);
        await acceptance.RecordAsync(idea, gate, outcome, CaseFacts.None, records.Decision, cancellationToken);
        db.Audit(records.Audit);
        if (redirect is not null) aftermath.Redirected(current, RedirectCase.Apply(db, idea, redirect, records.Decision, at), step);
        if (outcome.Kind == OutcomeKind.Park) db.Tasks.Add(ParkedTask.Of(idea, records.Decision, GateDays.WakeOn(decision, at), at));
        if (step.Answer is not null) aftermath.Answered(current, step, records.Question!);
        aftermath.Replied(current, step, records.Decision);
    }

    private DecisionTexts Texts(DemoCase current, GateOutcome outcome, DemoStep step, string role, RedirectTarget? redirect, DateTimeOffset at)
    {
        using var _ = new SpeakingTo(current.Idea.Language);
        var closeReason = outcome.CloseReasons.Count == 1 ? outcome.CloseReasons[0] : step.Because;
        var reply = redirect is not null && RedirectCase.ReplyFor(redirect, instance.Branding.Contact.DutyPhone, at) is { } words ? texts.Say(words)
            : texts.Say(ReplyText.Compose(outcome, closeReason, step.Why, role, at.StockholmDay(), step.Question, GateDays.AnswerBy(at), current.MergedInto?.CaseNumber));
        return new(step.Why, reply, texts.Say(DecisionRecordRules.DefaultLegalBasis(role)));
    }
}
