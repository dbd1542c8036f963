using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>The chambers of the whole sluice: the stages that a case rests in, in the order of the default workflow; those that only a variant has come last.</summary>
internal sealed class SluiceOrder(IWorkflowRegistry workflows)
{
    public IReadOnlyList<Stage> Stages
    {
        get
        {
            var common = workflows.Current(DefaultWorkflow.Key);
            return
            [
                .. workflows.All.OrderByDescending(workflow => workflow.Key == DefaultWorkflow.Key).ThenByDescending(workflow => workflow.Version)
                    .SelectMany(workflow => workflow.Stages.Where(stage => !stage.IsEnd && workflow.GateAfter(stage.Code) is { Automatic: false }))
                    .DistinctBy(stage => stage.Code)
                    .OrderBy(stage => common?.Stages.Any(one => one.Code == stage.Code) == true ? common.OrderOf(stage.Code) : int.MaxValue),
            ];
        }
    }

    public IReadOnlyList<Track> Tracks => workflows.Current(DefaultWorkflow.Key)?.Tracks ?? [];
}
