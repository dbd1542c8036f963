using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

[RequirePermission(EvaluationPermissions.AnswerBarometer)]
internal sealed class InnovationsPageModel(AnswerBarometer barometer) : IdeSlussPageModel
{
    public Page<InnovationLine> Waiting { get; private set; } = null!;

    public async Task OnGetAsync(string? efter, CancellationToken cancellationToken) => Waiting = await barometer.ListAsync(efter, cancellationToken);
}
