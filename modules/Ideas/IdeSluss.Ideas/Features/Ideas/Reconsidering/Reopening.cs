using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Reconsidering;

/// <summary>Where a changed no leads: back to the stage it was taken in, with that stage's time from the beginning, to be decided on as the workflow says. Pure.</summary>
internal static class Reopening
{
    /// <summary>The decision ended the case, and nothing has moved it since: it was neither archived, merged, handed over nor opened before.</summary>
    public static bool StillStands(Idea idea, Decision decision, WorkflowDefinition? workflow) =>
        idea is { IsOpen: false, Restricted: false, MergedIntoId: null, RedirectTarget: null } && idea.Stage == decision.ToStage && idea.CloseReason == decision.CloseReason && idea.ClosedAt == decision.DecidedAt
        && workflow?.Stages.Any(stage => stage.Code == decision.FromStage) == true;

    public static void Apply(Idea idea, Decision decision, WorkflowDefinition workflow, DateTimeOffset now)
    {
        idea.CloseReason = null;
        idea.Enter(workflow.StageOf(decision.FromStage), workflow.TrackOf(idea.Track), now);
    }
}
