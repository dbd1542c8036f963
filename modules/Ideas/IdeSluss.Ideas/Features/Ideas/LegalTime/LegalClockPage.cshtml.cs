using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>One legal time: the day it counts from, lengthening, and why it stops.</summary>
[RequirePermission(IdeasPermissions.LegalTime)]
internal sealed class LegalClockPageModel(ManageLegalClock clocks) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "lagtid")]
    public Guid Id { get; set; }

    [BindProperty]
    public DayInput Day { get; set; } = new();

    [BindProperty]
    public ExtendInput Extend { get; set; } = new();

    [BindProperty]
    public StopInput Stop { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public LegalClockView Clock { get; private set; } = null!;

    public IReadOnlyList<Choice> Reasons => [.. StopReasons.All.Select(one => new Choice(one.Code, Texts[one.Name]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Version = Clock.Version;
        Day.StartsOn = Clock.StartsOn;
        return Page();
    }

    public async Task<IActionResult> OnPostDayAsync(CancellationToken cancellationToken) => await DoneAsync(await clocks.EnterDayAsync(Id, Day.StartsOn, Version, cancellationToken), nameof(Day), cancellationToken);

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancellationToken) => await DoneAsync(await clocks.ExtendAsync(Id, Extend.Note, Version, cancellationToken), nameof(Extend), cancellationToken);

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) => await DoneAsync(await clocks.StopAsync(Id, Stop.Reason, Stop.Note, Version, cancellationToken), nameof(Stop), cancellationToken);

    private async Task<IActionResult> DoneAsync(Outcome<Done> outcome, string form, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } gone) return ShowProblem(gone);
        if (outcome.Problem is not { } refused) return Redirect($"/arbete/lagtider/{Id}");
        ModelState.Remove(nameof(Version));
        Version = Clock.Version;
        return ShowProblem(refused, form);
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await clocks.ReadAsync(Id, cancellationToken)).Failed(out var problem, out var clock)) return problem;
        Clock = clock;
        return null;
    }

    public sealed class DayInput
    {
        public DateOnly? StartsOn { get; set; }
    }

    public sealed class ExtendInput
    {
        public string? Note { get; set; }
    }

    public sealed class StopInput
    {
        public string? Reason { get; set; }
        public string? Note { get; set; }
    }
}
