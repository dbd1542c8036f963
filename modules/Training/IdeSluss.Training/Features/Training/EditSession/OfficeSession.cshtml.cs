using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditSession;

[RequirePermission(TrainingPermissions.ManageCourses)]
internal sealed class OfficeSessionModel(OfficeSessions sessions, SaveSession save) : IdeSlussPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public OfficeSession Session { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "planerat" => "Tillfället är sparat som utkast.",
            "sparat" => "Tillfället är sparat.",
            "oppna" => "Anmälan är öppen.",
            "stall-in" => "Tillfället är inställt, och de anmälda har fått veta det.",
            _ => null,
        };
        return await ShowAsync(session, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, int version, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "oppna" => await save.OpenAsync(session, version, cancellationToken),
            "stall-in" => await save.CancelAsync(session, Reason, version, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/utbildning/tillfallen/{session}?klart={gor}");
        return await ShowAsync(session, cancellationToken) ?? ShowProblem(problem);
    }

    private async Task<IActionResult?> ShowAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await sessions.FindAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Session = found;
        return null;
    }
}
