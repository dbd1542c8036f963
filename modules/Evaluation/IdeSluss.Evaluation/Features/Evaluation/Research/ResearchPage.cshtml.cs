using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

[RequirePermission(EvaluationPermissions.Research)]
internal sealed class ResearchPageModel(KeepAgreements keep, WriteCodebook codebooks) : IdeSlussPageModel
{
    public IReadOnlyList<AgreementView> Agreements { get; private set; } = [];

    public Codebook Codebook { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Agreements = await keep.OwnAsync(cancellationToken);
        Codebook = await codebooks.OfTodayAsync(cancellationToken);
    }
}
