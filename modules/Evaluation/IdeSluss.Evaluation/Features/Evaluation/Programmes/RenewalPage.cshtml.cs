using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ManageProgrammes)]
internal sealed class RenewalPageModel(ReadProgrammes read, RecordMoney money) : IdeSlussPageModel
{
    [BindProperty]
    public RenewalFields Input { get; set; } = new();

    public ProgrammeView Programme { get; private set; } = null!;

    public IReadOnlyList<Choice> Years => [.. Programme.Years.Skip(1).Select(year => new Choice($"{year.Year}", Texts["År {0}, budget {1} kronor", year.Year, ProgrammeRules.Kronor(year.Budget)]))];

    public IReadOnlyList<Choice> Ends => [new("true", Texts["Beviljat"]), new("false", Texts["Avslag"])];

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken cancellationToken) => await LoadAsync(program, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, cancellationToken) is { } gone) return gone;
        return (await money.RenewAsync(program, new(Input.Year, Input.Granted, Input.Amount, Input.DecidedOn, Input.DecidedBy, Input.Paragraph), cancellationToken)).Failed(out var problem, out _)
            ? ShowProblem(problem, nameof(Input))
            : LocalRedirect($"/arbete/program/{Uri.EscapeDataString(program)}?klart=beslut");
    }

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(code, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Programme = found;
        return null;
    }

    internal sealed class RenewalFields
    {
        public int? Year { get; set; }
        public bool? Granted { get; set; }
        public string? Amount { get; set; }
        public DateOnly? DecidedOn { get; set; }
        public string? DecidedBy { get; set; }
        public string? Paragraph { get; set; }
    }
}
