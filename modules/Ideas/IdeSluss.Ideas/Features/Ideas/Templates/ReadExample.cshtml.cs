using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>A template filled in for an invented idea.</summary>
[OpenToAll("the example is invented")]
internal sealed class ReadExampleModel(TemplateExamples examples) : IdeSlussPageModel
{
    public static readonly Problem NoExample = Problem.NotFound("Mallen har inget exempel.");

    [BindProperty(SupportsGet = true, Name = "mall")]
    public string Key { get; set; } = "";

    public TemplateExample Example { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (examples.Of(Key) is not { } example) return ShowProblem(NoExample);
        Example = example;
        return Page();
    }
}
