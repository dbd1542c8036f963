using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class NewSheetPageModel(SaveSheet save) : IdeSlussPageModel
{
    private const string Prefix = "Sheet";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Gate { get; set; }

    public Answers Answers { get; private set; } = Answers.Empty;

    public IReadOnlyList<Choice> Gates => [.. EvaluationWords.JudgedGates.Select(gate => new Choice(gate, Texts[EvaluationWords.GateName(gate)]))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Answers = Answers.FromPost(SheetWriting.Form, Request.Form, Prefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        if (!(await save.CreateAsync(Code, Gate, Answers, cancellationToken)).Failed(out var problem, out var saved)) return LocalRedirect($"/arbete/bedomning/mallar/{Uri.EscapeDataString(saved.Code)}?klart=sparad");
        // Code and gate stand beside the form that is data.
        return ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => error.Field switch { "code" => error with { Field = nameof(Code) }, "gate" => error with { Field = nameof(Gate) }, _ => new FieldError($"{Prefix}.{error.Field}", error.Message) })] });
    }
}
