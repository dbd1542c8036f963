using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.ForgotPassword;

[OpenToAll("one who forgot the password cannot log in")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class ForgotPasswordModel(ForgotPassword forgotPassword) : IdeSlussPageModel
{
    [BindProperty]
    public ForgotPasswordInput Input { get; set; } = new();

    public bool Sent { get; private set; }

    public void OnGet(bool skickat) => Sent = skickat;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await forgotPassword.HandleAsync(new(Input.Email), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/glomt-losenord?skickat=true");
    }
}

internal sealed class ForgotPasswordInput
{
    public string? Email { get; set; }
}
