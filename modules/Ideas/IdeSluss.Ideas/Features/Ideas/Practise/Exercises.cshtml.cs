using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

[RequireLogin]
internal sealed class ExercisesModel(Practice practice) : IdeSlussPageModel
{
    public IReadOnlyList<ExerciseLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await practice.ListAsync(cancellationToken);
}
