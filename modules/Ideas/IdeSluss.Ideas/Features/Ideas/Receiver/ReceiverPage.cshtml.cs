using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>The coach asks a unit to receive the result: which unit, and what happens then.</summary>
[RequirePermission(IdeasPermissions.Prepare)]
internal sealed class ReceiverPageModel(ProposeReceiver propose) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public ReceiverInput Input { get; set; } = new();

    public ReceiverScreen Screen { get; private set; } = null!;

    public IReadOnlyList<Choice> Units => [.. Screen.Units.Select(unit => new Choice(unit.Id.ToString(), new string('\u2003', unit.Depth) + unit.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        var receiver = Screen.Receiver;
        Input = new()
        {
            UnitId = receiver?.UnitId, IfStopped = receiver?.IfStopped, IfRetested = receiver?.IfRetested, IfGoesOn = receiver?.IfGoesOn, Hours = receiver?.Hours, Money = receiver?.Money, Replaces = receiver?.Id,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        if (!ModelState.IsValid) return ShowErrors();
        var outcome = await propose.HandleAsync(Number, new(Input.UnitId, Input.IfStopped, Input.IfRetested, Input.IfGoesOn, Input.Hours, Input.Money, Input.Replaces), cancellationToken);
        return outcome.Failed(out var refused, out _) ? ShowProblem(refused, nameof(Input)) : Redirect($"/arbete/{Screen.CaseNumber}");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await propose.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var screen)) return problem;
        Screen = screen;
        return null;
    }

    public sealed class ReceiverInput
    {
        public Guid? UnitId { get; set; }
        public string? IfStopped { get; set; }
        public string? IfRetested { get; set; }
        public string? IfGoesOn { get; set; }
        public int? Hours { get; set; }
        public int? Money { get; set; }
        public Guid? Replaces { get; set; }
    }
}
