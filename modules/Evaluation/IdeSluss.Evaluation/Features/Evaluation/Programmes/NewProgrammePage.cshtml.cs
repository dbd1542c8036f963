using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

[RequirePermission(EvaluationPermissions.ManageProgrammes)]
internal sealed class NewProgrammePageModel(SaveProgramme save) : IdeSlussPageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public Answers Answers { get; private set; } = Answers.Empty;

    public static FormDefinition Form => ProgrammeForms.Parts[0].Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Answers = Answers.FromPost(Form, Request.Form, ProgrammePartPageModel.Prefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        if (!(await save.CreateAsync(Code, Answers, cancellationToken)).Failed(out var problem, out var saved)) return LocalRedirect($"/arbete/program/{saved.Code}?klart=sparat");
        // The code stands beside the form that is data.
        return ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => error.Field == "code" ? error with { Field = nameof(Code) } : new FieldError($"{ProgrammePartPageModel.Prefix}.{error.Field}", error.Message))] });
    }
}
