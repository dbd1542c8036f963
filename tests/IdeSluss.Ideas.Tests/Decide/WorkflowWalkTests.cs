using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

/// <summary>Random walks through the default workflow: whatever allowed decisions are taken, the case can still end, and each leaves its marks.</summary>
public class WorkflowWalkTests
{
    private static readonly WorkflowDefinition Workflow = DefaultWorkflowDefinition.Build();
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_walk_of_allowed_decisions_reaches_a_place_from_which_the_case_cannot_end() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices =>
        {
            var idea = Sample.Idea();
            Walk(idea, choices, (_, _, _) => Assert.True(CanEnd(idea.Stage, idea.Track), $"{idea.Stage} in track {idea.Track} has no way out"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_decision_writes_exactly_one_decided_line_and_one_audit_fact() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices => Walk(Sample.Idea(), choices, (_, outcome, records) =>
        {
            Assert.Single(records.Timeline, line => line.Kind == TimelineKinds.Decided);
            Assert.Equal("ideas.decided", records.Audit.Action);
            Assert.Equal(records.Decision.Id.ToString(), records.Audit.Facts!["decision"]);
            Assert.Equal(outcome.To is null || outcome.Kind == OutcomeKind.Merge ? 0 : 1, records.Timeline.Count(line => line.Kind == TimelineKinds.StageEntered));
            Assert.All(records.Timeline, line => Assert.Equal(records.Decision.EffectiveAt, line.VisibleFrom));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_a_decision_back_gives_the_case_as_it_was() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices =>
        {
            var idea = Sample.Idea();
            Walk(idea, choices, (before, _, _) =>
            {
                var after = CaseBefore.Of(idea, 0);
                CaseBefore.Parse(before.ToJson()).Restore(idea);
                Assert.Equal(before.ToJson(), CaseBefore.Of(idea, before.TimelineCount).ToJson());
                after.Restore(idea);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_negative_outcome_is_possible_without_a_person()
    {
        foreach (var gate in Workflow.Gates)
            foreach (var outcome in gate.Outcomes.Where(outcome => outcome.Negative))
                Assert.Throws<InvalidOperationException>(() => Apply(Sample.Idea(gate.From), gate, outcome, new GateActor(null, "system"), Start));
    }

    [Fact]
    public void A_small_idea_records_what_its_track_skips()
    {
        var idea = Sample.Idea(Stages.Need, Tracks.Small);
        var gate = Workflow.GateOf(Gates.Need);
        var records = Apply(idea, gate, gate.Outcomes.Single(outcome => outcome.Code == "DO_IT"), Person, Start);

        Assert.Equal([Gates.Test, Gates.Evaluate, Gates.Implement], records.Timeline.Where(line => line.Kind == TimelineKinds.GateNotNeeded).Select(line => line.Note));
        var skipped = records.Timeline.Where(line => line.Kind == TimelineKinds.EvidenceNotNeeded).Select(line => line.Note).ToList();
        Assert.Contains(FormKeys.NeedMap, skipped);
        Assert.Contains(FormKeys.Screening, skipped);
        Assert.DoesNotContain(FormKeys.SmallIdea, skipped);
        Assert.DoesNotContain(FormKeys.DoNow, skipped);
        Assert.Equal(Stages.Implementation, idea.Stage);
    }

    [Fact]
    public void The_track_promises_until_it_is_done_and_not_how_soon_the_effect_is_known()
    {
        var idea = Sample.Idea(Stages.Need, Tracks.Small);
        var small = Workflow.TrackOf(Tracks.Small)!;
        var ofTrack = small.Promise!.From(idea.ReceivedAt.StockholmDay());
        idea.Enter(Workflow.StageOf(Stages.Implementation), small, idea.ReceivedAt.AddDays(7));
        Assert.Equal(ofTrack, idea.PromiseDue);
        idea.Enter(Workflow.StageOf(Stages.Benefit), small, idea.ReceivedAt.AddDays(14));
        Assert.Equal(Workflow.StageOf(Stages.Benefit).Limit!.From(idea.ReceivedAt.AddDays(14).StockholmDay()), idea.PromiseDue);
    }

    [Fact]
    public void A_decision_on_a_case_that_is_still_held_shows_nothing_earlier_than_was_promised()
    {
        var idea = Sample.Idea(Stages.Triage);
        var triage = Workflow.GateOf(Gates.Triage);
        Apply(idea, triage, triage.Outcomes[0], Person, Start);
        var need = Workflow.GateOf(Gates.Need);
        Apply(idea, need, need.OutcomesIn(Tracks.Full).First(outcome => outcome.Code == "ADVANCE"), Person, Start.AddMinutes(5));

        Assert.Equal(Stages.Triage, idea.ShownStage(Start.AddMinutes(6)));
        Assert.Equal(Stages.Triage, idea.ShownStage(Start.AddMinutes(12)));
        Assert.Equal(Stages.Concept, idea.ShownStage(Start.AddMinutes(15)));
        Assert.False(idea.IsPublic(Start.AddMinutes(9)));
        Assert.True(idea.IsPublic(Start.AddMinutes(10)));
    }

    private static readonly GateActor Person = new(Guid.CreateVersion7(), "NeedOwner");

    private static void Walk(Idea idea, int[] choices, Action<CaseBefore, GateOutcome, TransitionRecords> check)
    {
        var now = Start;
        var taken = new Dictionary<(string Gate, string Outcome), int>();
        foreach (var choice in choices)
        {
            now = now.AddHours(7);
            if (Workflow.GateAfter(idea.Stage) is not { } gate) return;
            // Now and then a coach changes the track on the way.
            if (choice % 5 == 0 && idea.Track is not null && idea.IsOpen) idea.ChangeTrack(Workflow.StageOf(idea.Stage), Workflow.Tracks[Index(choice, Workflow.Tracks.Count)], now);
            var open = gate.OpenIn(idea.Track, taken.Where(pair => pair.Key.Gate == gate.Code).ToDictionary(pair => pair.Key.Outcome, pair => pair.Value));
            Assert.NotEmpty(open);
            var outcome = open[Index(choice, open.Count)];
            var before = CaseBefore.Of(idea, 0);
            var records = Apply(idea, gate, outcome, Person, now);
            taken[(gate.Code, outcome.Code)] = taken.GetValueOrDefault((gate.Code, outcome.Code)) + 1;
            check(before, outcome, records);
            Assert.Equal(idea.Stage, records.Decision.ToStage);
            Assert.Equal(Workflow.StageOf(idea.Stage).IsEnd, idea.Status == IdeaStatus.Closed);
        }
    }

    private static TransitionRecords Apply(Idea idea, Gate gate, GateOutcome outcome, GateActor actor, DateTimeOffset now) => GateTransition.Apply(
        idea, Workflow, gate, outcome,
        new GateDecision { CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Impartial = true, Track = Tracks.Full, Question = "Var?", CloseReason = outcome.CloseReasons.Count > 0 ? outcome.CloseReasons[0] : null },
        actor, new("Skäl", "Svar", null), null, new Dictionary<string, int>(), now, now.AddMinutes(10));

    /// <summary>Without the outcomes that may run out: those cannot be what saves a case.</summary>
    private static bool CanEnd(string from, string? track)
    {
        var seen = new HashSet<string> { from };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var stage))
        {
            if (Workflow.StageOf(stage).IsEnd) return true;
            foreach (var to in Workflow.GateAfter(stage)!.OutcomesIn(track).Where(outcome => outcome.MostTimes is null).Select(outcome => outcome.To).OfType<string>())
                if (seen.Add(to)) queue.Enqueue(to);
        }

        return false;
    }

    private static int Index(int choice, int count) => (int)((uint)choice % (uint)count);
}
