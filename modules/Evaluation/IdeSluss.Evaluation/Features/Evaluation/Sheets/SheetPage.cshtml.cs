using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class SheetPageModel(ReadSheets sheets, SaveSheet save) : IdeSlussPageModel
{
    public SheetView Sheet { get; private set; } = null!;

    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string mall, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "sparad" => "Mallen är sparad.",
            "anvand" => "Mallen går nu att välja.",
            "vanlig" => "Mallen är nu den vanliga för sitt beslut.",
            "sluta" => "Mallen används inte längre. Det som är bedömt finns kvar.",
            _ => null,
        };
        return await LoadAsync(mall, cancellationToken) is { } problem ? ShowProblem(problem) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string mall, int version, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "anvand" => await save.SetStateAsync(mall, SheetState.Used, null, version, cancellationToken),
            "vanlig" => await save.SetStateAsync(mall, SheetState.Used, true, version, cancellationToken),
            "sluta" => await save.SetStateAsync(mall, SheetState.Retired, null, version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/bedomning/mallar/{Uri.EscapeDataString(mall)}?klart={gor}");
        return await LoadAsync(mall, cancellationToken) is { } gone ? ShowProblem(gone) : ShowProblem(problem);
    }

    private async Task<Problem?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        if ((await sheets.FindAsync(code, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Sheet = found;
        return null;
    }
}
