using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ManageProgrammes)]
internal sealed class MoneyPageModel(ReadProgrammes read, RecordMoney money) : IdeSlussPageModel
{
    [BindProperty]
    public EntryFields Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public ProgrammeView Programme { get; private set; } = null!;

    public Page<EntryLine> Entries { get; private set; } = new([], null);

    public string? Said { get; private set; }

    public IReadOnlyList<Choice> Kinds => [new("Spending", Texts["Kostnad"], Texts["Betald med programmets pengar."]), new("Contribution", Texts["Bidrag"], Texts["Tid, pengar eller lokaler som en part har lagt in."])];

    public IReadOnlyList<Choice> Partners => [.. Programme.Plan.Partners.Select(partner => new Choice(partner.Name, partner.Name))];

    public async Task<IActionResult> OnGetAsync(string program, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch { "sparat" => "Raden är inskriven.", "struken" => "Raden är struken.", _ => null };
        return await LoadAsync(program, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, Guid? stryk, CancellationToken cancellationToken)
    {
        if (await LoadAsync(program, cancellationToken) is { } gone) return gone;
        var problem = stryk is { } entry
            ? (await money.StrikeAsync(program, entry, cancellationToken)).Problem
            : (await money.EnterAsync(program, new(Input.Kind, Input.Day, Input.Partner, Input.What, Input.Amount), cancellationToken)).Problem;
        return problem is not null ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/program/{Uri.EscapeDataString(program)}/pengar?klart={(stryk is null ? "sparat" : "struken")}");
    }

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(code, cancellationToken)).Failed(out var problem, out var found) || (await read.EntriesAsync(code, After, cancellationToken)).Failed(out problem, out var entries)) return ShowProblem(problem);
        (Programme, Entries) = (found, entries);
        return null;
    }

    internal sealed class EntryFields
    {
        public EntryKind? Kind { get; set; }
        public DateOnly? Day { get; set; }
        public string? Partner { get; set; }
        public string? What { get; set; }
        public string? Amount { get; set; }
    }
}
