using IdeSluss.Evaluation.Features.Evaluation.AskByRule;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class SheetsPageModel(ReadSheets sheets, KeepRules rules) : IdeSlussPageModel
{
    public IReadOnlyList<SheetLine> Sheets { get; private set; } = [];

    public IReadOnlyList<RuleView> Rules { get; private set; } = [];

    public string? Said { get; private set; }

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart == "regel" ? "Regeln är sparad." : null;
        Sheets = await sheets.ListAsync(cancellationToken);
        Rules = await rules.ListAsync(cancellationToken);
    }
}
