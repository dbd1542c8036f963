using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Training.Features.Training.Certificates;

[OpenToAll("whoever is shown a certificate may check it; the code cannot be guessed and tells nothing about the person")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class CheckPageModel(CheckCertificate check) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "kod")]
    public string? Code { get; set; }

    /// <summary>Null until a code has been asked about.</summary>
    public CheckedCertificate? Certificate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        Code = code ?? Code;
        if (string.IsNullOrWhiteSpace(Code)) return Page();
        if ((await check.HandleAsync(Code, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem with { Errors = [new FieldError("kod", problem.Message)], Message = "Intyget går inte att bekräfta." });
        Certificate = found;
        return Page();
    }
}
