using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Ideas.Tests.Receiver;

/// <summary>Whatever people do, in whatever order, no case gets into test without a unit that has accepted to receive the result.</summary>
public sealed class NoTestWithoutReceiverTests
{
    private static readonly WorkflowDefinition Workflow = DefaultWorkflowDefinition.Build();
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_walk_leads_to_test_without_an_acceptance()
    {
        var tests = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices => tests += Walk(choices)).QuickCheckThrowOnFailure();
        // Walks that never got there would prove nothing.
        Assert.True(tests > 0);
    }

    /// <returns>How often the case came to test.</returns>
    private static int Walk(int[] choices)
    {
        var tests = 0;
        var idea = Sample.Idea();
        idea.UnitId = Guid.CreateVersion7();
        ReceiverCommitment? receiver = null;
        var now = Start;
        foreach (var choice in choices.Append(0))
        {
            now = now.AddHours(7);
            if (Workflow.GateAfter(idea.Stage) is not { } gate || idea.Stage == Stages.Closed) return tests;
            switch (Math.Abs(choice % 7))
            {
                case 0:
                    receiver = Proposed();
                    break;
                case 1 when receiver is { Status: ReceiverStatus.Proposed }:
                    receiver.Status = ReceiverStatus.Accepted;
                    break;
                case 2 when receiver is { Status: ReceiverStatus.Proposed }:
                    receiver.Status = ReceiverStatus.Declined;
                    break;
                case 3 when idea.Track is not null:
                    idea.ChangeTrack(Workflow.StageOf(idea.Stage), Workflow.Tracks[Math.Abs(choice / 7 % Workflow.Tracks.Count)], now);
                    break;
                default:
                    Decide(idea, gate, ref receiver, choice, now);
                    if (gate.From != Stages.Test && idea.Stage == Stages.Test) tests++;
                    break;
            }
        }

        return tests;
    }

    [Fact]
    public void Every_outcome_that_leads_to_test_waits_for_the_receiver() => Assert.All(
        Workflow.Gates.SelectMany(gate => gate.Outcomes.Where(outcome => outcome.To == Stages.Test).SelectMany(outcome => Workflow.Tracks.Select(track => (gate, outcome, track.Code)))),
        way => Assert.Contains(way.gate.RequirementsFor(way.outcome, way.Code), requirement => requirement is { Code: Requirements.ReceiverCommitment, Blocking: true }));

    /// <summary>One outcome that nothing beside the forms stands in the way of; the forms are taken to be complete.</summary>
    private static void Decide(Idea idea, Gate gate, ref ReceiverCommitment? receiver, int choice, DateTimeOffset now)
    {
        var facts = CaseFacts.None with { Gate = gate.Code, Receiver = receiver, ReceivingUnit = receiver is null ? null : "Enheten", Advice = [Advice(gate)] };
        var possible = gate.OutcomesIn(idea.Track).Where(outcome => Track(gate, outcome, idea) is var track && gate.RequirementsFor(outcome, track).All(requirement => RequirementRules.Missing(requirement, idea, facts).Count == 0)).ToList();
        if (possible.Count == 0) return;
        var outcome = possible[Math.Abs(choice / 7 % possible.Count)];
        if (gate.RequirementsFor(outcome, idea.Track).Any(requirement => requirement.MetByDeciding) && receiver?.Holds != true) receiver = Proposed(ReceiverStatus.Accepted);
        GateTransition.Apply(
            idea, Workflow, gate, outcome, new GateDecision { CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Question = "Vad?", Track = Tracks.Full, CloseReason = outcome.CloseReasons is [var first, ..] ? first : null },
            new(Guid.CreateVersion7(), Roles.NeedOwner), new("Skäl", "Svar", null), null, new Dictionary<string, int>(), now, now.AddMinutes(10));
        if (outcome.To == Stages.Test) Assert.True(receiver is { Holds: true }, $"{gate.Code} {outcome.Code} led to test without a receiver");
    }

    private static string? Track(Gate gate, GateOutcome outcome, Idea idea) => outcome.SetsTrack ?? (gate.Code == Gates.Triage ? Tracks.Full : idea.Track);

    private static ReceiverCommitment Proposed(ReceiverStatus status = ReceiverStatus.Proposed) => new() { UnitId = Guid.CreateVersion7(), Status = status };

    private static Domain.Advice Advice(Gate gate) => new() { Gate = gate.Code, Role = Roles.IdeaBoard, Recommendation = "YES", Text = "Ja." };
}
