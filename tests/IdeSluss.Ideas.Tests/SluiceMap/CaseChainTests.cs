using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Parts;
using Microsoft.Extensions.Localization;
using Xunit;

namespace IdeSluss.Ideas.Tests.SluiceMap;

/// <summary>The sluice of a case is told from its history alone; whatever has happened to it, the picture makes sense.</summary>
public sealed class CaseChainTests
{
    private static readonly WorkflowDefinition Workflow = DefaultWorkflowDefinition.Build();
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Untranslated Texts = new();

    [Fact]
    public void Whatever_is_decided_there_is_one_place_where_the_case_is_and_all_before_it_is_behind() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices => Walk(choices, (_, chain) =>
    {
        var here = chain.ToList().FindIndex(stage => stage.State == SluiceState.Current);
        Assert.Single(chain, stage => stage.State == SluiceState.Current);
        Assert.All(chain.Take(here), stage => Assert.True(stage.State is SluiceState.Passed or SluiceState.Skipped, $"{stage.Name} is {stage.State} before the case"));
        Assert.All(chain.Skip(here + 1), stage => Assert.True(stage.State is SluiceState.Ahead or SluiceState.Skipped, $"{stage.Name} is {stage.State} after the case"));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_gate_is_open_only_behind_the_case_waits_only_where_it_is_and_every_opened_one_has_a_day() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices => Walk(choices, (idea, chain) =>
    {
        foreach (var stage in chain)
        {
            if (stage.Gate is not { } gate)
            {
                Assert.True(Workflow.Stages.Single(one => one.Name == stage.Name).IsEnd);
                continue;
            }

            Assert.Equal(stage.State == SluiceState.Current, gate.State == SluiceGateState.Waiting);
            if (gate.State == SluiceGateState.Open) Assert.True(stage.State == SluiceState.Passed && gate.Opened is not null, $"{gate.Name} of {stage.Name}");
            if (stage.State == SluiceState.Skipped) Assert.Equal(SluiceGateState.NotNeeded, gate.State);
            if (stage.State == SluiceState.Ahead) Assert.Equal(SluiceGateState.Closed, gate.State);
        }

        Assert.Equal(idea.IsOpen ? 1 : 0, chain.Count(stage => stage.Gate?.State == SluiceGateState.Waiting));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_case_that_was_stopped_never_came_to_what_lies_between() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices =>
    {
        var last = Stages.Triage;
        Walk(choices, (idea, chain) =>
        {
            if (!idea.IsOpen && idea.CloseReason != CloseReasons.Implemented) Assert.Equal(Workflow.StageOf(last).Name, chain[^2].Name);
            last = idea.Stage;
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_small_idea_knows_from_the_first_gate_what_its_track_does_not_need()
    {
        var chain = ChainAfter(Tracks.Small);

        Assert.Equal(["Koncept", "Beslutsunderlag"], chain.Where(stage => stage.State == SluiceState.Skipped).Select(stage => stage.Name));
        Assert.All(chain.Where(stage => stage.State == SluiceState.Skipped), stage => Assert.Equal("Spår Liten", stage.Note));
        Assert.Equal("Om det behövs", chain.Single(stage => stage.Name == "Test").Note);
        Assert.Null(chain.Single(stage => stage.Name == "Införande").Note);
    }

    [Fact]
    public void A_full_idea_passes_every_gate()
    {
        var chain = ChainAfter(Tracks.Full);

        Assert.DoesNotContain(chain, stage => stage.State == SluiceState.Skipped);
        var sorted = chain.Single(stage => stage.Name == "Sortering").Gate!;
        Assert.Equal((SluiceGateState.Open, new DateOnly(2026, 3, 2), "Gå vidare"), (sorted.State, sorted.Opened!.Value, sorted.Note));
        Assert.DoesNotContain(chain, stage => stage.Name == "Arkiverad");
    }

    private static IReadOnlyList<SluiceStage> ChainAfter(string track)
    {
        var (idea, lines, decisions) = NewCase();
        var gate = Workflow.GateOf(Gates.Triage);
        Decide(idea, gate, gate.Outcomes.First(outcome => outcome.Code == "ADVANCE"), track, Start, lines, decisions);
        return Chain(idea, lines, decisions);
    }

    private static void Walk(int[] choices, Action<Idea, IReadOnlyList<SluiceStage>> check)
    {
        var (idea, lines, decisions) = NewCase();
        var now = Start;
        check(idea, Chain(idea, lines, decisions));
        foreach (var choice in choices)
        {
            if (!idea.IsOpen || Workflow.GateAfter(idea.Stage) is not { } gate) return;
            now = now.AddDays(1);
            var taken = decisions.Values.Where(decision => decision.Gate == gate.Code).GroupBy(decision => decision.Outcome).ToDictionary(group => group.Key, group => group.Count());
            var open = gate.OpenIn(idea.Track, taken);
            Decide(idea, gate, open[Pick(choice, open.Count)], Workflow.Tracks[Pick(choice / 7, Workflow.Tracks.Count)].Code, now, lines, decisions);
            check(idea, Chain(idea, lines, decisions));
        }
    }

    private static (Idea Idea, List<TimelineEntry> Lines, Dictionary<Guid, Decision> Decisions) NewCase()
    {
        var idea = Sample.Idea();
        return (idea, [Line(idea, TimelineKinds.Received, Stages.Received), Line(idea, TimelineKinds.Registered, Stages.Triage)], []);
    }

    private static TimelineEntry Line(Idea idea, string kind, string stage) => new() { Id = Guid.CreateVersion7(), IdeaId = idea.Id, At = idea.ReceivedAt, VisibleFrom = idea.ReceivedAt, Kind = kind, Stage = stage };

    private static void Decide(Idea idea, Gate gate, GateOutcome outcome, string track, DateTimeOffset now, List<TimelineEntry> lines, Dictionary<Guid, Decision> decisions)
    {
        var chosen = new GateDecision
        {
            CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Impartial = true, Track = gate.Code == Gates.Triage ? track : null, Question = "Var?",
            CloseReason = outcome.CloseReasons.Count > 0 ? outcome.CloseReasons[0] : null,
        };
        var records = GateTransition.Apply(idea, Workflow, gate, outcome, chosen, new(Guid.CreateVersion7(), "NeedOwner"), new("Skäl", "Svar", null), null, new Dictionary<string, int>(), now, now);
        lines.AddRange(records.Timeline);
        decisions[records.Decision.Id] = records.Decision;
    }

    private static IReadOnlyList<SluiceStage> Chain(Idea idea, List<TimelineEntry> lines, Dictionary<Guid, Decision> decisions) =>
        CaseChain.Of(new(Workflow, idea.Stage, idea.Track, idea.CloseReason == CloseReasons.Implemented, lines, decisions), Texts, new DateOnly(2026, 6, 1));

    private static int Pick(int choice, int count) => (int)((uint)choice % (uint)count);

    private sealed class Untranslated : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
