using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

[RequirePermission(EvaluationPermissions.ReadBenefits)]
internal sealed class PlansPageModel(ReadPlans plans) : IdeSlussPageModel
{
    public Page<PlanLine> Plans { get; private set; } = null!;

    public async Task OnGetAsync(string? efter, CancellationToken cancellationToken) => Plans = await plans.ListAsync(efter, cancellationToken);
}
