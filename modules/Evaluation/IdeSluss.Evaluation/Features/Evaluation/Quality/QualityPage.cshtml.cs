using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

[RequirePermission(EvaluationPermissions.ReadQuality)]
internal sealed class QualityPageModel(SelfChecks checks, YearReport reports) : IdeSlussPageModel
{
    public Page<SelfCheckLine> Checks { get; private set; } = null!;

    public IReadOnlyList<YearChoice> Reports { get; private set; } = [];

    public async Task OnGetAsync(string? efter, CancellationToken cancellationToken)
    {
        Checks = await checks.ListAsync(efter, cancellationToken);
        Reports = await reports.ChoicesAsync(cancellationToken);
    }
}
