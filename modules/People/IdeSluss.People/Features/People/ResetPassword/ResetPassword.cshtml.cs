using IdeSluss.People.Accounts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.ResetPassword;

[OpenToAll("the code in the mail shows who one is")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class ResetPasswordModel(ResetPassword resetPassword) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "kod")]
    public string? Code { get; set; }

    [BindProperty]
    public ResetPasswordInput Input { get; set; } = new();

    public bool LinkWorks { get; private set; }

    public bool Done { get; private set; }

    public async Task OnGetAsync(bool klart, CancellationToken cancellationToken)
    {
        Done = klart;
        LinkWorks = !klart && await resetPassword.LinkWorksAsync(Id, Code, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await resetPassword.HandleAsync(new(Id, Code, Input.Password), cancellationToken);
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect("/aterstall-losenord?klart=true");
        if (problem.Kind is ProblemKind.NotFound) return LocalRedirect("/aterstall-losenord");
        LinkWorks = true;
        return ShowProblem(problem, nameof(Input));
    }
}

internal sealed class ResetPasswordInput
{
    public string? Password { get; set; }
}
