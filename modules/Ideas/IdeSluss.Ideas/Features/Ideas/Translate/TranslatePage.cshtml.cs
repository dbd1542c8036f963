using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

[RequirePermission(IdeasPermissions.Work)]
internal sealed class TranslatePageModel(SaveTranslation save) : IdeSlussPageModel
{
    [BindProperty]
    public TranslationInput Input { get; set; } = new();

    /// <summary>The decision whose reply is to be translated; the idea when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "beslut")]
    public Guid? Decision { get; set; }

    public TranslationScreen Screen { get; private set; } = null!;

    public IReadOnlyList<Choice> Languages => [.. TextLanguages.All.Where(language => language.Tag != TextLanguages.Unknown && language.Tag != Screen.FromLanguage).Select(language => new Choice(language.Tag, Texts[language.Name]))];

    public IReadOnlyList<Choice> Translators =>
    [
        new(nameof(TranslatedBy.Employee), Texts["En medarbetare som kan språket"]),
        new(nameof(TranslatedBy.Interpreter), Texts["En tolk eller översättare"]),
        new(nameof(TranslatedBy.CheckedMachine), Texts["Ett program, granskat av någon som kan språket"]),
    ];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        Input.Language = Screen.Wanted == Screen.FromLanguage ? null : Screen.Wanted;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        var outcome = await save.HandleAsync(new(number, Decision, Input.Language, Enum.TryParse<TranslatedBy>(Input.By, out var by) ? by : null, Input.Text), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : Redirect($"/arbete/{number}");
    }

    private async Task<IActionResult?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if ((await save.FindAsync(number, Decision, cancellationToken)).Failed(out var problem, out var screen)) return ShowProblem(problem);
        Screen = screen;
        return null;
    }
}

internal sealed class TranslationInput
{
    public string? Language { get; set; }
    public string? By { get; set; }
    public string? Text { get; set; }
}
