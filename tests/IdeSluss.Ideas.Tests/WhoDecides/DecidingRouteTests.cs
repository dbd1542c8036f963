using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Ideas.Tests.WhoDecides;

/// <summary>When the nämnd itself must decide, and when a delegate may.</summary>
public class DecidingRouteTests
{
    private static readonly WorkflowDefinition Workflow = DefaultWorkflowDefinition.Build();
    private static readonly DeclaredForms Registry = new();
    private static readonly DelegationRule UpTo = new(Gates.Implement, "4.2", "Införa", MostCost: 100_000);

    [Theory]
    [InlineData("nej", 60_000, 40_000, false)]
    [InlineData("nej", 60_000, 40_001, true)]
    [InlineData("ja", 0, 0, true)]
    [InlineData("vet-inte", 0, 0, true)]
    [InlineData(null, 60_000, 40_000, false)]
    public void The_namnd_decides_what_is_a_matter_of_principle_or_costs_more_than_the_delegation(string? principle, int once, int yearly, bool committee) =>
        Assert.Equal(committee, Route(Gates.Implement, principle, once, yearly, UpTo).Committee is not null);

    [Fact]
    public void Without_a_rule_the_namnd_decides_and_without_a_limit_the_cost_does_not_matter()
    {
        Assert.NotNull(Route(Gates.Implement, "nej", 1, 0, null).Committee);
        Assert.Null(Route(Gates.Implement, "nej", 90_000_000, 0, UpTo with { MostCost = null }).Committee);
    }

    [Fact]
    public void What_goes_to_the_namnd_can_still_be_sent_back_by_whoever_prepares_it()
    {
        var route = Route(Gates.Implement, "ja", 0, 0, UpTo);
        var gate = Workflow.GateOf(Gates.Implement);
        foreach (var outcome in gate.Outcomes)
            Assert.Equal(outcome.Kind == OutcomeKind.Back, route.RolesFor(outcome).Contains(Roles.DelegatedDecisionMaker));
    }

    [Fact]
    public void No_yes_or_no_to_a_statutory_citizen_proposal_is_ever_delegated_at_any_gate_or_track()
    {
        foreach (var gate in Workflow.Gates.TakeWhile(gate => gate.Code != Gates.Handover))
            foreach (var track in new[] { null, Tracks.DoNow, Tracks.Small, Tracks.Full })
                foreach (var outcome in gate.OutcomesIn(track))
                {
                    var route = DecidingRoute.Of(Workflow, gate, track, statutory: true, UpTo with { MostCost = null }, Facts("nej", 0, 0));
                    var settles = outcome.Kind == OutcomeKind.Close || (outcome.To is { } to && Workflow.OrderOf(to) >= Workflow.OrderOf(Stages.Implementation) && outcome.Kind == OutcomeKind.Advance);
                    Assert.Equal(settles, route.RolesFor(outcome).SequenceEqual([Roles.CommitteeSecretary]));
                }

        Assert.Null(DecidingRoute.Of(Workflow, Workflow.GateOf(Gates.Benefit), Tracks.Full, statutory: true, null, Facts("nej", 0, 0)).Committee);
    }

    [Fact]
    public void A_namnds_own_rule_goes_before_the_one_for_all()
    {
        var order = new DelegationOrder([UpTo, UpTo with { Authority = "SN", Number = "7.1", MostCost = 500_000 }]);
        Assert.Equal(("7.1", "4.2"), (order.Find(Gates.Implement, "SN")!.Number, order.Find(Gates.Implement, "KS")!.Number));
        Assert.Null(order.Find(Gates.Test, "SN"));
    }

    private static DecidingRoute Route(string gate, string? principle, int once, int yearly, DelegationRule? rule) =>
        DecidingRoute.Of(Workflow, Workflow.GateOf(gate), Tracks.Full, statutory: false, rule, Facts(principle, once, yearly));

    private static FormFacts Facts(string? principle, int once, int yearly) => new(Registry,
    [
        new(FormKeys.ImplementationPlan, Registry.Current(FormKeys.ImplementationPlan)!.Version, Answers.Parse(principle is null ? "{}" : $$"""{ "principiell": "{{principle}}" }""")),
        new(FormKeys.BenefitCalculation, Registry.Current(FormKeys.BenefitCalculation)!.Version, Answers.Parse($$"""
            { "kostnader": [{ "kostnad": "Bänkar", "typ": "engang", "belopp": "{{once}}" }, { "kostnad": "Skötsel", "typ": "arlig", "belopp": "{{yearly}}" }] }
            """)),
    ]);
}
