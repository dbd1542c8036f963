using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class WorkflowNotesTests
{
    [Fact]
    public void A_stage_without_limit_a_gate_without_question_and_a_loop_without_end_are_worth_a_look()
    {
        var workflow = new WorkflowBuilder("PROV", 1, "Prov")
            .Stage("IN", "Inkommen", 0).Stage("DONE", "Klar", 4, end: true)
            .Track("T", "Spår", "Ett spår", null)
            .Reason("OK", "Genomförd")
            .Gate("G1", "Beslut", "IN", gate => gate.DecidedBy("coach").Back("AGAIN", "En gång till", "IN").Close("DONE", "Klart", "DONE", ["OK"], needsEvidence: true))
            .Build();

        Assert.Empty(WorkflowChecks.Check(workflow, _ => true));
        var notes = WorkflowNotes.Of(workflow, _ => 0).Select(note => note.Key).ToList();
        Assert.Contains(notes, note => note.StartsWith("Etappen {0} har ingen tidsgräns", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("{0} frågar inte efter något underlag", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.EndsWith("kan tas hur många gånger som helst.", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("Ingen har i dag en roll som beslutar", StringComparison.Ordinal));
    }

    [Fact]
    public void A_walk_stops_before_what_cannot_be_chosen_and_an_outcome_that_is_used_up_is_no_longer_open()
    {
        var workflow = new WorkflowBuilder("PROV", 1, "Prov")
            .Stage("IN", "Inkommen", 0, TimeLimit.WorkingDays(2)).Stage("DONE", "Klar", 4, end: true)
            .Reason("OK", "Genomförd")
            .Gate("G1", "Beslut", "IN", gate => gate.DecidedBy("coach").Back("AGAIN", "En gång till", "IN", mostTimes: 2).Close("DONE", "Klart", "DONE", ["OK"]))
            .Build();

        var stops = WorkflowSimulation.Walk(workflow, null, ["AGAIN", "AGAIN", "AGAIN"], _ => null, new DateOnly(2026, 3, 2));
        Assert.Equal(["AGAIN", "AGAIN", null], stops.Select(stop => stop.Taken?.Code));
        Assert.Equal(["DONE"], stops[^1].Open.Select(outcome => outcome.Code));
        Assert.Equal([new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 10)], stops.Select(stop => stop.Due!.Value));
        Assert.Equal(["DONE"], WorkflowSimulation.StraightWay(workflow, null));
        Assert.Equal("DONE", WorkflowSimulation.Walk(workflow, null, ["DONE"], _ => null, new DateOnly(2026, 3, 2))[^1].Stage.Code);
    }
}
