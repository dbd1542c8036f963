using IdeSluss.Sdk.Forms;

namespace IdeSluss.Sdk.Workflows;

/// <summary>One stop of a thought case on its way.</summary>
/// <param name="Gate">Null at the end of the way.</param>
/// <param name="Forms">What the gate asks for in this track, blocking ones first.</param>
/// <param name="Requirements">What the gate asks for beside forms in this track, whatever the outcome.</param>
/// <param name="Questions">Required questions in the blocking forms; rows count as many times as they must be filled in.</param>
/// <param name="Enters">Swedish day when every stage before took its whole limit.</param>
/// <param name="Due">Last day within the limit; null without one.</param>
/// <param name="Taken">The outcome chosen here; null at the last stop.</param>
/// <param name="PassedOver">Gates that the track does not need.</param>
/// <param name="Open">What can be chosen here.</param>
public sealed record SimulatedStop(
    Stage Stage, Gate? Gate, IReadOnlyList<string> Deciders, IReadOnlyList<Evidence> Forms, IReadOnlyList<GateRequirement> Requirements, int Questions, DateOnly Enters, DateOnly? Due,
    GateOutcome? Taken, IReadOnlyList<Gate> PassedOver, IReadOnlyList<GateOutcome> Open);

/// <summary>
/// Walks a thought case through a workflow: who decides, what is asked and how long it may take. Nothing is stored. The same rules as for real cases decide what can be
/// chosen, so what the walk allows is what people will be allowed.
/// </summary>
public static class WorkflowSimulation
{
    /// <summary>Longest walk: more choices than this are not followed.</summary>
    public const int MaxChoices = 60;

    /// <param name="track">Null until a track is chosen: everything is then asked for.</param>
    /// <param name="outcomes">Codes in order. The walk ends before the first that cannot be chosen.</param>
    /// <param name="start">The Swedish day on which the case comes in.</param>
    public static IReadOnlyList<SimulatedStop> Walk(WorkflowDefinition workflow, string? track, IReadOnlyList<string> outcomes, Func<string, FormDefinition?> formOf, DateOnly start)
    {
        var stops = new List<SimulatedStop>();
        var taken = new Dictionary<string, Dictionary<string, int>>();
        var (stage, day, index) = (workflow.Start, start, 0);
        while (true)
        {
            var gate = workflow.GateAfter(stage.Code);
            var here = gate is null ? [] : taken.TryGetValue(gate.Code, out var known) ? known : taken[gate.Code] = [];
            var open = gate?.OpenIn(track, here) ?? [];
            var due = stage.Limit?.From(day);
            var wanted = index < Math.Min(outcomes.Count, MaxChoices) ? outcomes[index] : null;
            var outcome = open.FirstOrDefault(one => one.Code == wanted);
            var evidence = gate?.EvidenceIn(track) ?? [];
            var passed = gate is null || outcome?.To is null || outcome is { Kind: not (OutcomeKind.Advance or OutcomeKind.Close) } or { Negative: true } ? [] : workflow.GatesPassedOver(gate, outcome.To);
            stops.Add(new(stage, gate, gate?.DecidersIn(track) ?? [], evidence, gate?.RequirementsIn(track) ?? [], evidence.Where(one => one.Blocking).Sum(one => QuestionsIn(formOf(one.Form))), day, due, outcome, passed, open));
            if (gate is null || outcome is null) return stops;

            index++;
            here[outcome.Code] = here.GetValueOrDefault(outcome.Code) + 1;
            track = outcome.SetsTrack ?? track;
            // Waiting and parking leave the case where it is.
            stage = outcome.To is { } to ? workflow.StageOf(to) : stage;
            day = due ?? day;
        }
    }

    /// <summary>The way of a case that is said yes to at every gate, as outcome codes. Ends at the first end, or where the only ways on have been taken.</summary>
    public static IReadOnlyList<string> StraightWay(WorkflowDefinition workflow, string? track)
    {
        var way = new List<string>();
        var seen = new HashSet<string>();
        for (var stage = workflow.Start; !stage.IsEnd && seen.Add(stage.Code) && workflow.GateAfter(stage.Code) is { } gate;)
        {
            var yes = gate.OutcomesIn(track).Where(outcome => outcome.To is not null && !outcome.Negative && (outcome.SetsTrack is null || outcome.SetsTrack == track)).ToList();
            var next = yes.FirstOrDefault(outcome => outcome.SetsTrack == track && track is not null)
                ?? yes.FirstOrDefault(outcome => outcome.Kind == OutcomeKind.Advance)
                ?? yes.FirstOrDefault(outcome => outcome.Kind == OutcomeKind.Close);
            if (next is null) break;
            way.Add(next.Code);
            stage = workflow.StageOf(next.To!);
        }

        return way;
    }

    private static int QuestionsIn(FormDefinition? form) => form?.Fields.Sum(field => field.Kind == FieldKind.Rows ? field.MinRows * field.RowFields.Count(column => column.Required) : field.Required && field.When is null ? 1 : 0) ?? 0;
}
