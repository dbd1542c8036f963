using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ReadProgrammes)]
internal sealed class ProgrammePageModel(ReadProgrammes read, ProgrammeReports reports) : IdeSlussPageModel
{
    public ProgrammeView Programme { get; private set; } = null!;

    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string program, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "sparat" => "Programmet är sparat.",
            "beslut" => "Beslutet är inskrivet.",
            _ => null,
        };
        return await LoadAsync(program, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, ReportKind? rapport, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, cancellationToken) is { } gone) return gone;
        return (await reports.MakeAsync(program, rapport, cancellationToken)).Failed(out var problem, out var id) ? ShowProblem(problem) : LocalRedirect($"/arbete/program/{Uri.EscapeDataString(program)}/rapport/{id}");
    }

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(code, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Programme = found;
        return null;
    }
}
