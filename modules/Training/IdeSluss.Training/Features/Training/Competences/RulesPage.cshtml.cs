using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.Competences;

[RequirePermission(TrainingPermissions.ManageTracks)]
internal sealed class RulesPageModel(EditRules rules) : IdeSlussPageModel
{
    public IReadOnlyList<ActionRules> Actions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Actions = await rules.ListAsync(cancellationToken);
}
