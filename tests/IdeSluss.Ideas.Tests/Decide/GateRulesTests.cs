using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.DecisionRecord;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

public class GateRulesTests
{
    private static readonly WorkflowDefinition Workflow = DefaultWorkflowDefinition.Build();
    private static readonly DeclaredForms Registry = new();
    private static readonly FormFacts Nothing = new(Registry, []);

    [Fact]
    public void Whoever_hands_in_shares_or_declares_a_conflict_can_decide_at_no_gate_in_no_role()
    {
        var me = Guid.CreateVersion7();
        var own = new[]
        {
            Sample.Idea(submitter: me),
            With(Sample.Idea(), idea => idea.People.Add(new IdeaPerson { PersonId = me, Kind = IdeaPersonKind.CoSubmitter })),
            With(Sample.Idea(), idea => idea.People.Add(new IdeaPerson { PersonId = me, Kind = IdeaPersonKind.Conflict })),
            With(Sample.Idea(), idea => idea.Contact = new Contact { Email = " Jag@Example.se" }),
        };
        var roles = Roles.All.Select(role => role.Code).ToList();
        foreach (var idea in own)
        {
            Assert.True(SeparationOfDuties.IsOwn(idea, me, "jag@example.se"));
            foreach (var gate in Workflow.Gates)
                foreach (var outcome in gate.Outcomes)
                {
                    var found = new GateCase(idea, Workflow, gate, roles, IsOwn: true, [], new Dictionary<string, int>(), CaseFacts.None);
                    var answer = MayDecide.Check(found, new GateDecision { CaseNumber = idea.CaseNumber, Gate = gate.Code, Outcome = outcome.Code, Impartial = true });
                    Assert.Equal(ProblemKind.Forbidden, answer.Problem?.Kind);
                }
        }
    }

    [Fact]
    public void An_outcome_that_may_be_taken_twice_is_gone_the_third_time()
    {
        var gate = Workflow.GateOf(Gates.Evaluate);
        Assert.Null(OpenOutcomes.Check(gate, Tracks.Full, new Dictionary<string, int> { ["RETEST"] = 1 }, "RETEST"));
        Assert.Equal("Outcome", OpenOutcomes.Check(gate, Tracks.Full, new Dictionary<string, int> { ["RETEST"] = 2 }, "RETEST")?.Field);
        Assert.Equal("Outcome", OpenOutcomes.Check(gate, Tracks.Small, new Dictionary<string, int>(), "ADVANCE")?.Field);
    }

    [Theory]
    [InlineData("", null, "CommitteeParagraph,MeetingDay")]
    [InlineData("§ 42", "2026-02-28", "MeetingDay")]
    [InlineData("§ 42", "2026-03-20", "MeetingDay")]
    [InlineData("§ 42", "2026-03-01", "")]
    [InlineData("§ 42", "2026-03-10", "")]
    public void A_committee_decision_has_a_paragraph_and_a_day_between_the_case_and_today(string paragraph, string? day, string wrong)
    {
        var decision = new GateDecision { CaseNumber = "26IDE1", Gate = Gates.Implement, Outcome = "APPROVE", CommitteeParagraph = paragraph, MeetingDay = day is null ? null : DateOnly.Parse(day) };
        Assert.Equal(wrong, string.Join(',', DecisionRecordRules.CheckCommittee(decision, new(2026, 3, 1), new(2026, 3, 10)).Select(error => error.Field)));
    }

    [Fact]
    public void Every_negative_outcome_needs_a_written_reason_and_a_tick()
    {
        foreach (var gate in Workflow.Gates)
            foreach (var outcome in gate.Outcomes.Where(outcome => outcome.Negative))
            {
                var fields = DecisionRecordRules.Check(new GateDecision { CaseNumber = "26IDE1", Gate = gate.Code, Outcome = outcome.Code }, outcome, Workflow, hasDefaultReason: true).Select(error => error.Field).ToList();
                Assert.Contains("Reason", fields);
                Assert.Contains("Impartial", fields);
            }
    }

    [Fact]
    public void The_gate_names_every_form_that_its_track_asks_for_and_no_other()
    {
        var gate = Workflow.GateOf(Gates.Need);
        var full = GateReadiness.Missing(Sample.Idea(Stages.Need, Tracks.Full), gate, gate.OutcomesIn(Tracks.Full).First(one => one.Code == "ADVANCE"), Tracks.Full, Nothing, CaseFacts.None, Registry);
        Assert.Equal(
            new HashSet<string> { FormKeys.NeedMap, FormKeys.StakeholderMap, FormKeys.Focus, FormKeys.Baseline, FormKeys.GenderRepresentation, FormKeys.Commitment },
            full.Select(error => error.Field).ToHashSet());

        var small = GateReadiness.Missing(Sample.Idea(Stages.Need, Tracks.Small), gate, gate.OutcomesIn(Tracks.Small).First(one => one.Code == "DO_IT"), Tracks.Small, Nothing, CaseFacts.None, Registry);
        Assert.Equal([FormKeys.SmallIdea], small.Select(error => error.Field));
        Assert.Empty(GateReadiness.Missing(Sample.Idea(Stages.Need, Tracks.Small), gate, gate.Outcomes.First(one => one.Code == "DECLINE"), Tracks.Small, Nothing, CaseFacts.None, Registry));
    }

    [Fact]
    public void A_form_that_nobody_declares_any_more_stops_the_case_instead_of_letting_it_through() =>
        Assert.Equal("borta", Assert.Single(GateReadiness.MissingIn("borta", new FormFacts(Registry, [new StoredForm("borta", 1, Answers.Parse("""{ "a": "b" }"""))]), Registry)).Field);

    [Fact]
    public void A_decision_cannot_be_taken_back_when_it_has_gone_or_someone_has_worked_on() => Prop.ForAll(ArbMap.Default.ArbFor<(bool Late, bool Edited, bool Acted, bool Taken)>(), state =>
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var decision = new Decision
        {
            Gate = "G", Outcome = "O", FromStage = "A", ToStage = "B", Reason = "", Reply = "", EvidenceVersions = "{}", Before = "{}",
            EffectiveAt = state.Late ? now : now.AddSeconds(1), TakenBackAt = state.Taken ? now : null,
        };
        var before = new CaseBefore { Stage = "A", WorkflowKey = "W", VersionAfter = 4, TimelineCount = 3 };
        var refused = TakeBackRule.Check(decision, before, state.Edited ? 5 : 4, state.Acted ? 4 : 3, now);
        Assert.Equal(state is { Late: false, Edited: false, Acted: false, Taken: false }, refused is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_plugin_check_that_throws_or_hangs_means_that_nobody_can_decide()
    {
        var rules = new IdeaRules { GateCheckTimeout = TimeSpan.FromMilliseconds(50) };
        var request = new GateCheckRequest(Guid.CreateVersion7(), "26IDE1", Guid.CreateVersion7(), null, "W", Gates.Need, "ADVANCE", Tracks.Full);

        async Task<IReadOnlyList<FieldError>> Ask(params IGateCheck[] checks) =>
            await new PluginGateChecks(checks, rules, NullLogger<PluginGateChecks>.Instance).AskAsync(request, CancellationToken.None);

        Assert.Empty(await Ask(new Passing()));
        Assert.Equal([nameof(Throwing)], (await Ask(new Passing(), new Throwing())).Select(error => error.Field));
        Assert.Equal([nameof(Hanging)], (await Ask(new Hanging())).Select(error => error.Field));
        Assert.Equal([nameof(Blocking)], (await Ask(new Blocking())).Select(error => error.Field));
        Blocking.Release.Set();
        Assert.Equal(["bokning"], (await Ask(new Refusing())).Select(error => error.Field));
    }

    private static Idea With(Idea idea, Action<Idea> change)
    {
        change(idea);
        return idea;
    }

    private sealed class Passing : IGateCheck
    {
        public Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) => Task.FromResult(GateCheckResult.Pass);
    }

    private sealed class Throwing : IGateCheck
    {
        public Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) => throw new TimeoutException("The booking system is away.");
    }

    private sealed class Hanging : IGateCheck
    {
        public Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) => new TaskCompletionSource<GateCheckResult>().Task;
    }

    private sealed class Blocking : IGateCheck
    {
        public static ManualResetEventSlim Release { get; } = new();

        public Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken)
        {
            Release.Wait(CancellationToken.None);
            return Task.FromResult(GateCheckResult.Pass);
        }
    }

    private sealed class Refusing : IGateCheck
    {
        public Task<GateCheckResult> CheckAsync(GateCheckRequest request, CancellationToken cancellationToken) => Task.FromResult(GateCheckResult.Missing(new FieldError("bokning", "Testmiljö: boka en tid.")));
    }
}
