using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class WorkflowTests
{
    [Fact]
    public void A_sound_workflow_has_no_errors() => Assert.Empty(WorkflowChecks.Check(WithLastGate(Sound()).Build(), _ => true));

    [Fact]
    public void A_stage_that_cannot_be_reached_is_named()
    {
        var workflow = WithLastGate(Sound()).Stage("LOST", "Borta", publicStep: 2)
            .Gate("G9", "Ut", from: "LOST", gate => gate.DecidedBy("coach").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"])).Build();

        Assert.Equal(["workflow ENKEL v1, stage LOST: cannot be reached from IN."], WorkflowChecks.Check(workflow, _ => true));
    }

    [Fact]
    public void A_dead_end_is_named()
    {
        var workflow = Sound().Stage("STUCK", "Fast", publicStep: 2)
            .Gate("G2", "Pröva", from: "TRY", gate => gate.DecidedBy("coach").Advance("ON", "Vidare", "STUCK").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"])).Build();

        Assert.Equal(["workflow ENKEL v1, stage STUCK: is a dead end, no way leads to an end from it."], WorkflowChecks.Check(workflow, _ => true));
    }

    [Fact]
    public void A_gate_needs_someone_who_decides()
    {
        var workflow = new WorkflowBuilder("ENKEL", 1, "Enkel").Stage("IN", "In", 0).Stage("DONE", "Klar", 4, end: true).Reason("IMPLEMENTED", "Genomförd")
            .Gate("G1", "Beslut", from: "IN", gate => gate.Close("DONE", "Klart", "DONE", ["IMPLEMENTED"])).Build();

        Assert.Equal(["workflow ENKEL v1, gate G1: nobody decides."], WorkflowChecks.Check(workflow, _ => true));
    }

    [Fact]
    public void All_errors_come_at_once()
    {
        var workflow = new WorkflowBuilder("TRASIG", 0, "Trasig")
            .Stage("IN", "In", publicStep: 7)
            .Stage("IN", "In igen", publicStep: 0)
            .Gate("G1", "Beslut", from: "IN", gate => gate.Needs("saknas", notInTracks: "NO_TRACK").Advance("GO", "Gå", "NOWHERE").Advance("GO", "Gå", "IN").Close("END", "Slut", "IN", ["WHY"]).Close("NO", "Nej", "IN", []))
            .Gate("G1", "Igen", from: "ELSEWHERE", gate => gate.DecidedBy("coach"))
            .Build();

        var errors = WorkflowChecks.Check(workflow, _ => false);

        string[] parts =
        [
            "versions start at 1", "stage IN is declared 2 times", "gate G1 is declared 2 times", "no stage is an end", "the public step must be 0 to 4", "nobody decides",
            "needs the form saknas", "names the track NO_TRACK", "leads to stage NOWHERE", "outcome GO is declared 2 times", "closes as WHY", "closes without a reason",
            "leaves stage ELSEWHERE", "has no outcome",
        ];
        Assert.All(parts, part => Assert.Contains(errors, error => error.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_requirement_that_nobody_declares_or_that_names_what_is_not_there_is_refused()
    {
        var workflow = Sound().Gate("G2", "Pröva", from: "TRY", gate => gate.DecidedBy("coach")
            .Requires("UNKNOWN").Requires(new GateRequirement("ADVICE")).Requires(new GateRequirement("SIGNED") { Subject = "NURSE", Form = "saknas", Outcomes = ["NO_OUTCOME"], NotInTracks = ["NO_TRACK"] })
            .Close("DONE", "Klart", "DONE", ["IMPLEMENTED"])).Build();

        var errors = WorkflowChecks.Check(workflow, _ => false, code => code == "UNKNOWN" ? null : new RequirementDefinition(code, code, NeedsSubject: true, NeedsForm: code == "SIGNED"));

        string[] parts = ["requirement UNKNOWN: nobody declares it", "requirement ADVICE: does not say whose", "names the form saknas", "names the outcome NO_OUTCOME", "names the track NO_TRACK"];
        Assert.All(parts, part => Assert.Contains(errors, error => error.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_definition_without_requirements_keeps_the_hash_it_had_before_there_were_any()
    {
        var without = WithLastGate(Sound()).Build();

        Assert.DoesNotContain("Requirements", System.Text.Json.JsonSerializer.Serialize(without), StringComparison.Ordinal);
        Assert.DoesNotContain("AtReceiver", System.Text.Json.JsonSerializer.Serialize(without), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LimitUnit.WorkingDays, 1, "2026-04-07")]
    [InlineData(LimitUnit.CalendarDays, 1, "2026-04-03")]
    [InlineData(LimitUnit.Months, 1, "2026-05-02")]
    public void Limits_count_in_their_unit(LimitUnit unit, int count, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), new TimeLimit(count, unit).From(new(2026, 4, 2)));

    private static WorkflowBuilder Sound() => new WorkflowBuilder("ENKEL", 1, "Enkel")
        .Stage("IN", "Inkommen", publicStep: 0)
        .Stage("TRY", "Prövas", publicStep: 2)
        .Stage("DONE", "Klar", publicStep: 4, end: true)
        .Reason("IMPLEMENTED", "Genomförd")
        .Gate("G1", "Sortering", from: "IN", gate => gate.DecidedBy("coach").Advance("ON", "Vidare", "TRY").Park("WAIT", "Vänta"));

    private static WorkflowBuilder WithLastGate(WorkflowBuilder workflow) =>
        workflow.Gate("G2", "Pröva", from: "TRY", gate => gate.DecidedBy("coach").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"]));

    [Fact]
    public void A_workflow_that_uses_nothing_new_keeps_its_hash() => Assert.Equal(
        "4c95b1d2e9312d17694fd711e1776b1f2d413aa415b5fd3be357c990ef17b030",
        new WorkflowBuilder("PINNED", 1, "Enkel").Stage("IN", "Inkommen", 0).Stage("DONE", "Klar", 4, end: true).Reason("R", "Genomförd")
            .Gate("G1", "Beslut", "IN", gate => gate.DecidedBy("coach").Needs("f").Asks("g").Close("DONE", "Klart", "DONE", ["R"])).Build().ContentHash());

    [Fact]
    public void Evidence_may_be_needed_by_some_outcomes_only()
    {
        var gate = WithLastGate(Sound()).Build().GateOf("G2") with { Evidence = [new("alltid", []), new("bara-stopp", []) { OnlyForOutcomes = ["STOP"] }] };

        Assert.Equal(["alltid"], gate.EvidenceIn(null, "DONE").Select(evidence => evidence.Form));
        Assert.Equal(["alltid", "bara-stopp"], gate.EvidenceIn(null).Select(evidence => evidence.Form));
        Assert.Contains(WorkflowChecks.Check(Sound().Gate("G2", "Pröva", from: "TRY", own => own.DecidedBy("coach").NeedsFor(["BORTA"], "f").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"])).Build(), _ => true),
            error => error.Contains("needs evidence for the outcome BORTA", StringComparison.Ordinal));
    }
}
