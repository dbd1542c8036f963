using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>One form, empty. It stands in no form element: what someone types here is sent nowhere, and printed if they like.</summary>
[OpenToAll("an empty form says nothing about anyone")]
internal sealed class ReadTemplateModel(FormTemplates templates, IFormRegistry forms) : IdeSlussPageModel
{
    public static readonly Problem NoSuchTemplate = Problem.NotFound("Det finns ingen sådan mall.");

    [BindProperty(SupportsGet = true, Name = "mall")]
    public string Key { get; set; } = "";

    public FormDefinition Form { get; private set; } = null!;

    /// <summary>No answers, but it knows what the other forms are called.</summary>
    public FormFacts Facts { get; } = new(forms, []);

    public IActionResult OnGet()
    {
        if (templates.Find(Key) is not { } form) return ShowProblem(NoSuchTemplate);
        Form = form;
        return Page();
    }
}
