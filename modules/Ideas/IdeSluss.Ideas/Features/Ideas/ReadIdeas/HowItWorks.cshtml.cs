using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("explains the service")]
internal sealed class HowItWorksModel(IWorkflowRegistry workflows) : IdeSlussPageModel
{
    public IReadOnlyList<Track> Tracks { get; } = workflows.Current(DefaultWorkflow.Key)?.Tracks ?? [];
}
