using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>Starts a legal time by hand: what a part has asked for, or a citizen proposal that the council has handed over.</summary>
[RequirePermission(IdeasPermissions.LegalTime)]
internal sealed class StartClockPageModel(ManageLegalClock clocks) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public StartInput Input { get; set; } = new();

    public StartClockScreen Screen { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds => [.. Screen.Kinds.Select(kind => new Choice(kind.Code, Texts[kind.Name], Texts["Räknas från {0}.", Texts[kind.Starts].Value]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is { } problem ? ShowProblem(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (!ModelState.IsValid) return ShowErrors();
        var outcome = await clocks.StartAsync(Number, Input.Kind, Input.StartsOn, cancellationToken);
        return outcome.Failed(out var refused, out var id) ? ShowProblem(refused, nameof(Input)) : Redirect($"/arbete/lagtider/{id}");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await clocks.ReadCaseAsync(Number, cancellationToken)).Failed(out var problem, out var screen)) return problem;
        Screen = screen;
        return null;
    }

    public sealed class StartInput
    {
        public string? Kind { get; set; }
        public DateOnly? StartsOn { get; set; }
    }
}
