using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

[RequirePermission(EvaluationPermissions.Reconsider)]
internal sealed class ReconsiderationPageModel(ReadReconsiderations read, DecideReconsideration decide) : IdeSlussPageModel
{
    [BindProperty]
    public OutcomeFields Input { get; set; } = new();

    public ReconsiderationView One { get; private set; } = null!;

    public bool JustDone { get; private set; }

    public IReadOnlyList<Choice> Ends => One.Decision.StillStands
        ? [new("true", Texts["Beslutet ändras"], Texts["Ärendet öppnas igen i etappen {0}. Den som sa nej kan inte säga nej där igen.", Texts[One.Decision.StageName].Value]), new("false", Texts["Beslutet står fast"])]
        : [new("false", Texts["Beslutet står fast"], Texts["Ärendet har gått vidare sedan beslutet, så det går inte att öppna igen."])];

    public async Task<IActionResult> OnGetAsync(Guid omprovning, string? klart, CancellationToken cancellationToken)
    {
        JustDone = klart is not null;
        return await LoadAsync(omprovning, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid omprovning, int version, CancellationToken cancellationToken)
    {
        if (!(await decide.HandleAsync(omprovning, new(Input.Changed, Input.Motivation, Input.Impartial), version, cancellationToken)).Failed(out var problem, out _)) return LocalRedirect($"/arbete/omprovning/{omprovning}?klart=ja");
        return await LoadAsync(omprovning, cancellationToken) ?? ShowProblem(problem, nameof(Input));
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        One = found;
        return null;
    }

    internal sealed class OutcomeFields
    {
        public bool? Changed { get; set; }
        public string? Motivation { get; set; }
        public bool Impartial { get; set; }
    }
}
