using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.CreateAccount;

[OpenToAll("a resident makes an account")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class CreateAccountModel(CreateAccount createAccount) : IdeSlussPageModel
{
    [BindProperty]
    public CreateAccountInput Input { get; set; } = new();

    public bool Sent { get; private set; }

    public void OnGet(bool skickat) => Sent = skickat;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await createAccount.HandleAsync(new(Input.Email, Input.Name), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/skapa-konto?skickat=true");
    }
}

internal sealed class CreateAccountInput
{
    public string? Email { get; set; }

    public string? Name { get; set; }
}
