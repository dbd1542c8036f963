using System.Text;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Features.Ideas.Papers;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>One form outside any case: to fill in and take along as PDF or file, or to begin a case's form with. Nothing is kept here.</summary>
[OpenToAll("an empty form says nothing about anyone, and what is typed is sent back and forgotten")]
internal sealed class ReadTemplateModel(FormTemplates templates, UseTemplate use, IFormRegistry forms, InstanceInfo instance) : IdeSlussPageModel
{
    public const string Prefix = "Mall";

    public static readonly Problem NoSuchTemplate = Problem.NotFound("Det finns ingen sådan mall.");

    [BindProperty(SupportsGet = true, Name = "mall")]
    public string Key { get; set; } = "";

    /// <summary>The case to use it on.</summary>
    [BindProperty]
    public string? Number { get; set; }

    public FormDefinition Form { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    /// <summary>No answers, but it knows what the other forms are called.</summary>
    public FormFacts Facts { get; } = new(forms, []);

    public IReadOnlyList<Choice> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem ? ShowProblem(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string? handling, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(Form, Request.Form, Prefix);
        if (FormRows.AsksForRow(Request.Form)) return Page();
        if (RemovedAnswers.Posted(Form, Request.Form, Prefix) is { Count: > 0 } removed) return ShowProblem(RemovedAnswers.Problem(removed), Prefix);
        if (handling == "anvand") return await UseAsync(cancellationToken);
        var evaluation = FormEvaluator.Evaluate(Form, Answers, Facts);
        if (evaluation.Errors(complete: false) is { Count: > 0 } wrong) return ShowProblem(Problem.Invalid([.. wrong]), Prefix);
        return handling == "json"
            ? File(Encoding.UTF8.GetBytes(evaluation.Own.ToJson()), "application/json", $"{Form.Key}.json")
            : new PdfAnswer(TemplatePaper.Filled(evaluation, Facts, Texts, instance), $"{Form.Key}.pdf");
    }

    private async Task<IActionResult> UseAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Number)) return ShowProblem(Problem.Invalid(new FieldError(nameof(Number), "Välj vilken idé mallen ska användas på.")));
        var outcome = await use.HandleAsync(Number, Form.Key, Answers, cancellationToken);
        return outcome.Failed(out var refused, out _) ? ShowProblem(refused, Prefix) : Redirect($"/arbete/{Number}/underlag/{Form.Key}?sparat=true");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if (templates.Find(Key) is not { } form) return NoSuchTemplate;
        Form = form;
        Cases = [.. (await use.CasesAsync(form.Key, cancellationToken)).Select(one => new Choice(one.CaseNumber, $"{one.CaseNumber} {one.Title}"))];
        return null;
    }
}
