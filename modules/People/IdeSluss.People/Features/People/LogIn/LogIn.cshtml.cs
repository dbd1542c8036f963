using System.Globalization;
using IdeSluss.People.Demo;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.LogIn;

[OpenToAll("one logs in here")]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class LogInModel(LogIn logIn, SignInManager<Person> signIn, InstanceInfo instance) : IdeSlussPageModel
{
    private const string LanguageCookie = "idesluss.sprak";

    [BindProperty]
    public LogInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<Persona> Personas => instance.IsDemo ? DemoPeople.All : [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await logIn.HandleAsync(new(Input.Email, Input.Password), cancellationToken);
        return outcome.Failed(out var problem, out var person) ? ShowProblem(problem, nameof(Input)) : await EnterAsync(person);
    }

    public async Task<IActionResult> OnPostPersonaAsync(string? persona, CancellationToken cancellationToken)
    {
        var outcome = await logIn.AsPersonaAsync(persona, cancellationToken);
        return outcome.Failed(out var problem, out var person) ? ShowProblem(problem, nameof(Input)) : await EnterAsync(person);
    }

    private async Task<IActionResult> EnterAsync(Person person)
    {
        await signIn.SignInAsync(person, isPersistent: false);
        // Only addresses of our own: a link in a mail must not lead through our log-in to someone else's page.
        var page = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : logIn.StartPageOf(person);
        // One who has chosen a language in this browser keeps it; others get the one of their account.
        return LocalRedirect(Request.Cookies.ContainsKey(LanguageCookie) || person.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
            ? page
            : $"/sprak/{person.Language}?till={Uri.EscapeDataString(page)}");
    }
}

internal sealed class LogInInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
