using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Parts;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>Where a case is, as its reader may know it.</summary>
/// <param name="Shown">Code of the stage that the reader sees it in.</param>
/// <param name="Track">Null where the reader does not know of a track.</param>
/// <param name="Implemented">It has ended as done: what it never came to was not needed.</param>
/// <param name="Lines">The history that the reader sees, oldest first.</param>
/// <param name="Decisions">The decisions that those lines are about.</param>
internal sealed record CaseOnItsWay(
    WorkflowDefinition Workflow, string Shown, string? Track, bool Implemented, IReadOnlyList<TimelineEntry> Lines, IReadOnlyDictionary<Guid, Decision> Decisions);

/// <summary>The sluice of one case: each stage with its state and the gate that leads out of it, told from the history alone.</summary>
internal static class CaseChain
{
    public static IReadOnlyList<SluiceStage> Of(CaseOnItsWay way, IStringLocalizer texts, DateOnly today)
    {
        var workflow = way.Workflow;
        var at = workflow.OrderOf(way.Shown);
        var ended = workflow.StageOf(way.Shown).IsEnd;
        var entered = Entered(way.Lines);
        var stoppedAt = LastBefore(way);
        var withinReach = ReachableInTrack(workflow, way.Shown, way.Track);
        var chain = new List<SluiceStage>();
        foreach (var (stage, order) in workflow.Stages.Select((stage, order) => (stage, order)))
        {
            // The archive is the office's affair, and a case that stopped never came to what lies between.
            if (stage.Code == Stages.Archived && way.Shown != Stages.Archived) continue;
            var passed = entered.ContainsKey(stage.Code);
            if (ended && !way.Implemented && order < at && order > stoppedAt) continue;
            var state = order == at ? SluiceState.Current
                : order > at ? withinReach.Contains(stage.Code) ? SluiceState.Ahead : SluiceState.Skipped
                : passed ? SluiceState.Passed : SluiceState.Skipped;
            chain.Add(new SluiceStage(texts[stage.Name], state, Note(way, stage, state, entered.GetValueOrDefault(stage.Code), texts, today), stage.IsEnd ? null : Gate(way, stage, state, texts)));
        }

        return chain;
    }

    /// <summary>Stage → when it was entered last.</summary>
    private static Dictionary<string, DateTimeOffset> Entered(IEnumerable<TimelineEntry> lines)
    {
        var entered = new Dictionary<string, DateTimeOffset>();
        foreach (var line in EnteringLines(lines)) entered[line.Stage!] = line.At;
        return entered;
    }

    /// <summary>Order of the stage in which the case last was before the one it is shown in.</summary>
    private static int LastBefore(CaseOnItsWay way) =>
        EnteringLines(way.Lines).LastOrDefault(line => line.Stage != way.Shown)?.Stage is { } stage ? way.Workflow.OrderOf(stage) : 0;

    private static IEnumerable<TimelineEntry> EnteringLines(IEnumerable<TimelineEntry> lines) =>
        lines.Where(line => line.Kind is TimelineKinds.StageEntered or TimelineKinds.Received or TimelineKinds.Registered && line.Stage is not null);

    private static string? Note(CaseOnItsWay way, Stage stage, SluiceState state, DateTimeOffset entered, IStringLocalizer texts, DateOnly today) => state switch
    {
        SluiceState.Ahead when !stage.IsEnd && MayBePassedBy(way, stage.Code) => texts["Om det behövs"].Value,
        SluiceState.Current when entered != default => texts["Sedan {0}", entered.StockholmDay().ForPeopleShort(today)].Value,
        SluiceState.Skipped when way.Workflow.TrackOf(way.Track) is { } track => texts["Spår {0}", texts[track.Name].Value],
        _ => null,
    };

    private static SluiceGate? Gate(CaseOnItsWay way, Stage stage, SluiceState state, IStringLocalizer texts)
    {
        if (way.Workflow.GateAfter(stage.Code) is not { } gate) return null;
        var name = texts[gate.Name].Value;
        switch (state)
        {
            case SluiceState.Current:
                return new(name, SluiceGateState.Waiting);
            case SluiceState.Ahead:
                return new(name, SluiceGateState.Closed);
            case SluiceState.Skipped:
                return new(name, SluiceGateState.NotNeeded);
        }

        if (LetThrough(way, gate) is { } decision)
            return new(name, SluiceGateState.Open, decision.DecidedAt.StockholmDay(), texts[gate.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Name ?? decision.Outcome].Value);
        // Registration passes by itself. Any other gate is without a decision when the case later passed by it, or was withdrawn here.
        return gate.Automatic
            ? new(name, SluiceGateState.Open, way.Lines.FirstOrDefault(line => line.Kind == TimelineKinds.Registered)?.At.StockholmDay())
            : new(name, SluiceGateState.NotNeeded);
    }

    /// <summary>The latest decision at the gate by which the case left the stage.</summary>
    private static Decision? LetThrough(CaseOnItsWay way, Gate gate) => way.Lines
        .Where(line => line.Kind == TimelineKinds.Decided && line.DecisionId is not null)
        .Select(line => way.Decisions.GetValueOrDefault(line.DecisionId!.Value))
        .LastOrDefault(decision => decision is not null && decision.Gate == gate.Code && way.Workflow.OrderOf(decision.ToStage) > way.Workflow.OrderOf(decision.FromStage));

    /// <summary>The stages that a case in this track can still come to; all of them while it has no track.</summary>
    private static HashSet<string> ReachableInTrack(WorkflowDefinition workflow, string from, string? track) =>
        workflow.TrackOf(track) is null ? [.. workflow.Stages.Select(stage => stage.Code)] : Onwards(workflow, from, track, avoiding: null);

    /// <summary>Where the case can get to by going on, whether or not it may touch a certain stage.</summary>
    private static HashSet<string> Onwards(WorkflowDefinition workflow, string from, string? track, string? avoiding)
    {
        var reached = new HashSet<string>();
        var ahead = new Queue<string>([from]);
        while (ahead.TryDequeue(out var stage))
        {
            foreach (var outcome in workflow.GateAfter(stage)?.OutcomesIn(track) ?? [])
                if (outcome is { Kind: OutcomeKind.Advance or OutcomeKind.Close, Negative: false, To: { } to } && to != avoiding && reached.Add(to)) ahead.Enqueue(to);
        }

        return reached;
    }

    /// <summary>A case in this track may also get to its end without it.</summary>
    private static bool MayBePassedBy(CaseOnItsWay way, string stage) =>
        way.Workflow.TrackOf(way.Track) is not null && Onwards(way.Workflow, way.Shown, way.Track, avoiding: stage).Any(code => way.Workflow.StageOf(code).IsEnd);
}
