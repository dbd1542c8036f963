using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Training.Features.Training.Effect;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class EffectPageModel(ReadEffect read) : IdeSlussPageModel
{
    public IReadOnlyList<EffectLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await read.HandleAsync(cancellationToken);
}
