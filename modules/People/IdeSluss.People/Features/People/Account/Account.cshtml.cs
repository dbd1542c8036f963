using IdeSluss.People.Accounts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.People.Features.Account;

[RequireLogin]
[EnableRateLimiting(RateLimits.Secret)]
internal sealed class AccountModel(OwnAccount own, CurrentUser user, Languages languages, SignInManager<Person> signIn) : IdeSlussPageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    [BindProperty]
    public PasswordInput Secret { get; set; } = new();

    public string Email => user.Email ?? "";

    public bool IsNew { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public IReadOnlyList<Choice> LanguageChoices => [.. languages.All.Select(language => new Choice(language, Languages.NameOf(language)))];

    public IReadOnlyList<string> Roles => [.. Contracts.Roles.All.Where(role => user.HasRole(role.Code)).Select(role => role.Name)];

    public async Task OnGetAsync(bool ny, string? klart, CancellationToken cancellationToken)
    {
        IsNew = ny;
        Said = klart switch
        {
            "uppgifter" => "Dina uppgifter är sparade.",
            "losenord" => "Ditt nya lösenord gäller nu. Andra inloggningar är avslutade.",
            "inloggningar" => "Alla andra inloggningar är avslutade.",
            _ => null,
        };
        await FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await own.UpdateAsync(new(Input.Name, Input.Title, Input.Language), Input.Version, cancellationToken);
        if (outcome.Failed(out var problem, out var person)) return ShowProblem(problem, nameof(Input));
        // The language is also the browser's: the page after this one speaks it.
        return LocalRedirect($"/sprak/{person.Language}?till={Uri.EscapeDataString("/konto?klart=uppgifter")}");
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken) =>
        await AgainAsync(await own.ChangePasswordAsync(new(Secret.CurrentPassword, Secret.Password), cancellationToken), "losenord", cancellationToken);

    public async Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancellationToken) =>
        await AgainAsync(await own.EndOtherSessionsAsync(cancellationToken), "inloggningar", cancellationToken);

    private async Task<IActionResult> AgainAsync(Outcome<Person> outcome, string done, CancellationToken cancellationToken)
    {
        if (outcome.Failed(out var problem, out var person))
        {
            await FillAsync(cancellationToken);
            return ShowProblem(problem, nameof(Secret));
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return LocalRedirect("/konto?klart=" + done);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var person = await own.FindAsync(cancellationToken);
        Input = new() { Name = person.DisplayName, Title = person.Title, Language = person.Language, Version = person.Version };
        // What was posted belongs to another form of the page: the fields of this one show what is stored.
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(nameof(Input) + ".", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }
}

internal sealed class AccountInput
{
    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Language { get; set; }

    public int? Version { get; set; }
}

internal sealed class PasswordInput
{
    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }
}
