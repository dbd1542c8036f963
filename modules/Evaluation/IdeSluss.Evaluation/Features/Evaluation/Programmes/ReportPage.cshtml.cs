using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ReadProgrammes)]
internal sealed class ReportPageModel(ProgrammeReports reports, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public List<string?> Written { get; set; } = [];

    public ReportView Report { get; private set; } = null!;

    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string program, Guid rapport, string? klart, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, rapport, cancellationToken) is { } gone) return gone;
        Written = [.. Report.Written];
        Said = klart switch { "sparad" => "Rapporten är sparad.", "skickad" => "Rapporten är markerad som skickad.", _ => null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, Guid rapport, int version, string? gor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, rapport, cancellationToken) is { } gone) return gone;
        DateOnly? sent = gor == "skickad" ? time.StockholmToday() : null;
        if (!(await reports.SaveAsync(program, rapport, Written, sent, version, cancellationToken)).Failed(out var problem, out _)) return LocalRedirect($"/arbete/program/{Uri.EscapeDataString(program)}/rapport/{rapport}?klart={(sent is null ? "sparad" : "skickad")}");
        while (Written.Count < ProgrammeReport.Texts) Written.Add(null);
        return ShowProblem(problem);
    }

    private async Task<IActionResult?> LoadAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if ((await reports.FindAsync(code, id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Report = found;
        return null;
    }
}
