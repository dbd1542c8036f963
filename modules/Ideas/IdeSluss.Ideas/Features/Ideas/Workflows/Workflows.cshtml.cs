using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

[RequirePermission(IdeasPermissions.ManageWorkflows)]
internal sealed class WorkflowsModel(WorkflowCatalogue catalogue, MigrateCases migrations, ListDelegation delegation) : IdeSlussPageModel
{
    public IReadOnlyList<WorkflowRow> Rows { get; private set; } = [];

    public IReadOnlyList<MigrationView> Migrations { get; private set; } = [];

    public IReadOnlyList<DelegationView> Delegation { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = await catalogue.ListAsync(cancellationToken);
        Migrations = await migrations.ListAsync(cancellationToken);
        Delegation = await delegation.HandleAsync(cancellationToken);
    }
}
