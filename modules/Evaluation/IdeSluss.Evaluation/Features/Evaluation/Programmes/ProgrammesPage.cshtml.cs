using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ReadProgrammes)]
internal sealed class ProgrammesPageModel(ReadProgrammes read, CurrentUser me) : IdeSlussPageModel
{
    public IReadOnlyList<ProgrammeLine> Programmes { get; private set; } = [];

    public bool MayManage => me.Has(EvaluationPermissions.ManageProgrammes);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Programmes = await read.ListAsync(cancellationToken);
}
