using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Enrol;

[OpenToAll("the address is a secret too long to guess, sent to the one who is enrolled; those whom a manager enrolled may have no account")]
internal sealed class OwnEnrolmentPageModel(OwnEnrolments enrolments) : IdeSlussPageModel
{
    public OwnEnrolment Enrolment { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "anmald" => "Din anmälan har kommit fram.",
            "tacka-ja" => "Platsen är din.",
            "avboka" => "Du är avbokad. Tack för att du sa till.",
            _ => null,
        };
        return await ShowAsync(token, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? gor, CancellationToken cancellationToken)
    {
        var outcome = gor switch
        {
            "tacka-ja" => await enrolments.AcceptAsync(token, cancellationToken),
            "avboka" => await enrolments.CancelAsync(token, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/utbildning/anmalan/{Uri.EscapeDataString(token)}?klart={gor}");
        return await ShowAsync(token, cancellationToken) ?? ShowProblem(problem);
    }

    private async Task<IActionResult?> ShowAsync(string token, CancellationToken cancellationToken)
    {
        if ((await enrolments.FindAsync(token, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Enrolment = found;
        return null;
    }
}
