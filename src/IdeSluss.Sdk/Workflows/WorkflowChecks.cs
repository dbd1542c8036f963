namespace IdeSluss.Sdk.Workflows;

/// <summary>Every workflow of the instance, by key and version, variants already applied to their base.</summary>
public interface IWorkflowRegistry
{
    IReadOnlyList<WorkflowDefinition> All { get; }

    /// <summary>What gates may ask for beside forms, as declared.</summary>
    IReadOnlyList<RequirementDefinition> Requirements { get; }

    /// <summary>The newest version; null when there is none.</summary>
    WorkflowDefinition? Current(string key);

    /// <summary>The definition a running case is bound to; null when whoever declared it is gone: the case is then read-only, never broken.</summary>
    WorkflowDefinition? Find(string key, int version);
}

/// <summary>What makes a workflow impossible to run: all errors at once, naming workflow, stage and gate.</summary>
public static class WorkflowChecks
{
    /// <param name="requirementOf">The declared requirement of a code; null when nobody declares it.</param>
    public static IReadOnlyList<string> Check(WorkflowDefinition workflow, Func<string, bool> formExists, Func<string, RequirementDefinition?>? requirementOf = null)
    {
        requirementOf ??= _ => null;
        var errors = new List<string>();
        var where = $"workflow {workflow.Key} v{workflow.Version}";
        if (workflow.Version < 1) errors.Add($"{where}: versions start at 1.");
        if (workflow.Stages.Count < 2)
        {
            errors.Add($"{where}: needs at least a start and an end.");
            return errors;
        }

        foreach (var twice in workflow.Stages.GroupBy(stage => stage.Code).Where(group => group.Count() > 1)) errors.Add($"{where}: stage {twice.Key} is declared {twice.Count()} times.");
        foreach (var twice in workflow.Gates.GroupBy(gate => gate.Code).Where(group => group.Count() > 1)) errors.Add($"{where}: gate {twice.Key} is declared {twice.Count()} times.");
        foreach (var twice in workflow.Gates.GroupBy(gate => gate.From).Where(group => group.Count() > 1)) errors.Add($"{where}: stage {twice.Key} has {twice.Count()} gates; a stage has one way out.");
        if (!workflow.Stages.Any(stage => stage.IsEnd)) errors.Add($"{where}: no stage is an end.");
        foreach (var stage in workflow.Stages.Where(stage => stage.PublicStep is < 0 or > Stage.LastPublicStep)) errors.Add($"{where}, stage {stage.Code}: the public step must be 0 to 4.");

        var codes = workflow.Stages.Select(stage => stage.Code).ToHashSet();
        foreach (var gate in workflow.Gates) CheckGate(workflow, gate, codes, formExists, requirementOf, $"{where}, gate {gate.Code}", errors);
        if (errors.Count > 0) return errors;

        var reachable = new HashSet<string> { workflow.Start.Code };
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var to in workflow.Gates.Where(gate => reachable.Contains(gate.From)).SelectMany(gate => gate.Outcomes).Select(outcome => outcome.To).OfType<string>())
                grew |= reachable.Add(to);
        }

        errors.AddRange(workflow.Stages.Where(stage => !reachable.Contains(stage.Code)).Select(stage => $"{where}, stage {stage.Code}: cannot be reached from {workflow.Start.Code}."));
        errors.AddRange(workflow.Stages.Where(stage => !stage.IsEnd && !LeadsToEnd(workflow, stage.Code)).Select(stage => $"{where}, stage {stage.Code}: is a dead end, no way leads to an end from it."));
        foreach (var track in workflow.Tracks)
            foreach (var gate in workflow.Gates.Where(gate => !gate.Outcomes.Any(outcome => outcome.To is not null && (outcome.OnlyInTracks.Count == 0 || outcome.OnlyInTracks.Contains(track.Code)))))
                errors.Add($"{where}, gate {gate.Code}: no outcome moves a case in track {track.Code}.");
        return errors;
    }

    private static void CheckGate(WorkflowDefinition workflow, Gate gate, HashSet<string> stages, Func<string, bool> formExists, Func<string, RequirementDefinition?> requirementOf, string where, List<string> errors)
    {
        if (!stages.Contains(gate.From)) errors.Add($"{where}: leaves stage {gate.From}, which does not exist.");
        if (gate.DecidedBy.Count == 0) errors.Add($"{where}: nobody decides.");
        if (gate.Outcomes.Count == 0) errors.Add($"{where}: has no outcome.");
        if (gate.Automatic && gate.Outcomes.All(outcome => outcome.Negative)) errors.Add($"{where}: an automatic gate needs an outcome that is not negative.");
        foreach (var evidence in gate.Evidence.Where(evidence => !formExists(evidence.Form))) errors.Add($"{where}: needs the form {evidence.Form}, which does not exist.");
        foreach (var requirement in gate.Requirements ?? []) CheckRequirement(gate, requirement, formExists, requirementOf, where, errors);
        var tracks = gate.Evidence.SelectMany(evidence => evidence.NotNeededInTracks).Concat(gate.Outcomes.SelectMany(outcome => outcome.OnlyInTracks)).Concat((gate.Requirements ?? []).SelectMany(requirement => requirement.NotInTracks));
        foreach (var track in tracks.Distinct().Where(track => workflow.TrackOf(track) is null))
            errors.Add($"{where}: names the track {track}, which does not exist.");
        foreach (var missing in gate.Evidence.SelectMany(evidence => evidence.OnlyForOutcomes ?? []).Distinct().Where(code => gate.Outcomes.All(outcome => outcome.Code != code)))
            errors.Add($"{where}: needs evidence for the outcome {missing}, which does not exist.");
        foreach (var outcome in gate.Outcomes)
        {
            var here = $"{where}, outcome {outcome.Code}";
            if (outcome.To is { } to && !stages.Contains(to)) errors.Add($"{here}: leads to stage {to}, which does not exist.");
            if (outcome.To is null && outcome.Kind is not (OutcomeKind.ReturnForInfo or OutcomeKind.Park)) errors.Add($"{here}: leads nowhere.");
            if (outcome.Kind == OutcomeKind.Close && outcome.CloseReasons.Count == 0) errors.Add($"{here}: closes without a reason.");
            if (outcome.SetsTrack is { } track && workflow.TrackOf(track) is null) errors.Add($"{here}: sets the track {track}, which does not exist.");
            errors.AddRange(outcome.CloseReasons.Where(reason => workflow.CloseReasons.All(known => known.Code != reason)).Select(reason => $"{here}: closes as {reason}, which is not a close reason."));
        }

        foreach (var twice in gate.Outcomes.GroupBy(outcome => outcome.Code).Where(group => group.Count() > 1)) errors.Add($"{where}: outcome {twice.Key} is declared {twice.Count()} times.");
    }

    private static void CheckRequirement(Gate gate, GateRequirement requirement, Func<string, bool> formExists, Func<string, RequirementDefinition?> requirementOf, string where, List<string> errors)
    {
        var here = $"{where}, requirement {requirement.Code}";
        if (requirementOf(requirement.Code) is not { } definition)
        {
            errors.Add($"{here}: nobody declares it, so nobody can say whether it holds.");
            return;
        }

        if (definition.NeedsSubject != (requirement.Subject is not null)) errors.Add(definition.NeedsSubject ? $"{here}: does not say whose." : $"{here}: is about the case alone, not about {requirement.Subject}.");
        if (definition.NeedsForm != (requirement.Form is not null)) errors.Add(definition.NeedsForm ? $"{here}: does not say which form." : $"{here}: is not about a form.");
        foreach (var form in new[] { requirement.Form, requirement.When?.Form }.OfType<string>().Where(form => !formExists(form))) errors.Add($"{here}: names the form {form}, which does not exist.");
        foreach (var outcome in requirement.Outcomes.Where(code => gate.Outcomes.All(outcome => outcome.Code != code))) errors.Add($"{here}: names the outcome {outcome}, which the gate does not have.");
    }

    private static bool LeadsToEnd(WorkflowDefinition workflow, string from)
    {
        var seen = new HashSet<string> { from };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var stage))
        {
            if (workflow.StageOf(stage).IsEnd) return true;
            foreach (var to in workflow.GateAfter(stage)?.Outcomes.Select(outcome => outcome.To).OfType<string>() ?? [])
                if (seen.Add(to)) queue.Enqueue(to);
        }

        return false;
    }
}
