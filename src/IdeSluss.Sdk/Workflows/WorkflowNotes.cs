using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Workflows;

/// <summary>
/// What is allowed but worth a second look: a workflow with notes runs, one with errors (<see cref="WorkflowChecks"/>) does not. In words for the person who answers for
/// the process.
/// </summary>
public static class WorkflowNotes
{
    /// <param name="holders">How many people hold a role today; null leaves the question out.</param>
    public static IReadOnlyList<Text> Of(WorkflowDefinition workflow, Func<string, int>? holders = null)
    {
        var notes = new List<Text>();
        foreach (var stage in workflow.Stages.Where(stage => !stage.IsEnd && stage.Limit is null && !IsAutomatic(workflow, stage)))
            notes.Add(new("Etappen {0} har ingen tidsgräns. Ett ärende kan ligga där utan att någon påminns.", new Text(stage.Name)));

        var reached = workflow.Tracks.ToDictionary(track => track.Code, track => ReachedIn(workflow, track.Code));
        foreach (var gate in workflow.Gates.Where(gate => !gate.Automatic && !workflow.StageOf(gate.From).IsEnd))
        {
            if (!gate.Outcomes.Any(outcome => outcome.Kind is OutcomeKind.Close or OutcomeKind.Back or OutcomeKind.Redirect))
                notes.Add(new("Vid {0} går det varken att avsluta eller att gå tillbaka.", new Text(gate.Name)));
            foreach (var track in workflow.Tracks.Where(track => reached[track.Code].Contains(gate.From) && Advances(gate, track) && gate.EvidenceIn(track.Code).Count == 0))
                notes.Add(new("{0} frågar inte efter något underlag i spår {1}.", new Text(gate.Name), new Text(track.Name)));
            foreach (var outcome in gate.Outcomes.Where(outcome => outcome.To == gate.From && outcome.MostTimes is null))
                notes.Add(new("{0}: utfallet {1} leder tillbaka till samma etapp och kan tas hur många gånger som helst.", new Text(gate.Name), new Text(outcome.Name)));
            if (holders is not null && gate.DecidedBy.All(role => holders(role) == 0))
                notes.Add(new("Ingen har i dag en roll som beslutar vid {0}.", new Text(gate.Name)));
        }

        foreach (var redirect in workflow.Redirects.Where(redirect => redirect.ReceiverRole is { } role && holders?.Invoke(role) == 0))
            notes.Add(new("Ingen har i dag rollen som tar emot {0}.", new Text(redirect.Name)));
        return notes;
    }

    private static HashSet<string> ReachedIn(WorkflowDefinition workflow, string track)
    {
        var reached = new HashSet<string> { workflow.Start.Code };
        var queue = new Queue<string>(reached);
        while (queue.TryDequeue(out var stage))
            foreach (var to in workflow.GateAfter(stage)?.OutcomesIn(track).Where(outcome => outcome.SetsTrack is null || outcome.SetsTrack == track).Select(outcome => outcome.To).OfType<string>() ?? [])
                if (reached.Add(to)) queue.Enqueue(to);
        return reached;
    }

    private static bool IsAutomatic(WorkflowDefinition workflow, Stage stage) => workflow.GateAfter(stage.Code) is null or { Automatic: true };

    private static bool Advances(Gate gate, Track track) => gate.OutcomesIn(track.Code).Any(outcome => outcome.NeedsEvidence);
}
