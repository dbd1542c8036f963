using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>A thought case that comes in today and goes through a workflow.</summary>
/// <param name="Stops">In order; the last is where the choices end.</param>
/// <param name="Taken">The choices that were followed: fewer than asked for when one of them cannot be made.</param>
internal sealed record SimulatedWay(string? Track, IReadOnlyList<SimulatedStop> Stops, IReadOnlyList<string> Taken)
{
    public SimulatedStop Last => Stops[^1];

    public int Decisions => Stops.Count(stop => stop is { Taken: not null, Gate.Automatic: false });

    public int Questions => Stops.Where(stop => stop.Taken?.NeedsEvidence == true).Sum(stop => stop.Questions);
}

internal sealed class SimulateWorkflow(IFormRegistry forms, TimeProvider time)
{
    /// <summary>Stands for no choice yet, where an empty list means the straight way.</summary>
    public const string FromTheStart = "-";

    /// <param name="outcomes">Empty follows the way of a case that is said yes to everywhere.</param>
    public SimulatedWay Walk(WorkflowDefinition workflow, string? track, IReadOnlyList<string> outcomes)
    {
        track = workflow.TrackOf(track)?.Code ?? (workflow.Tracks.Count > 0 ? workflow.Tracks[^1].Code : null);
        var stops = WorkflowSimulation.Walk(workflow, track, outcomes.Count > 0 ? outcomes : WorkflowSimulation.StraightWay(workflow, track), forms.Current, time.StockholmToday());
        return new(track, stops, [.. stops.Select(stop => stop.Taken?.Code).OfType<string>()]);
    }
}
