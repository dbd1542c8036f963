using IdeSluss.People.Accounts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.ChoosePassword;

[OpenToAll("the code in the mail shows who one is")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class ChoosePasswordModel(ChoosePassword choosePassword, SignInManager<Person> signIn) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "kod")]
    public string? Code { get; set; }

    [BindProperty]
    public ChoosePasswordInput Input { get; set; } = new();

    /// <summary>Null when the link does not work.</summary>
    public string? Email { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (await choosePassword.FindAsync(Id, Code, cancellationToken) is not { } person) return;
        Email = person.Email;
        // The first administrator's account has only its address.
        if (person.DisplayName != person.Email) Input.Name = person.DisplayName;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await choosePassword.HandleAsync(new(Id, Code, Input.Name, Input.Password), cancellationToken);
        if (outcome.Failed(out var problem, out var person))
        {
            if (problem.Kind is ProblemKind.NotFound) return LocalRedirect("/inbjudan");
            Email = (await choosePassword.FindAsync(Id, Code, cancellationToken))?.Email;
            return ShowProblem(problem, nameof(Input));
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return LocalRedirect("/konto?ny=true");
    }
}

internal sealed class ChoosePasswordInput
{
    public string? Name { get; set; }

    public string? Password { get; set; }
}
