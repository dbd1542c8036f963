using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Agreements;

/// <summary>An agreement as it is typed and chosen.</summary>
internal sealed class AgreementForm
{
    public string? Name { get; set; }
    public IFormFile? File { get; set; }
}

[RequirePermission(TestbedsPermissions.Manage)]
[UploadLimit(AgreementApi.MostBytes)]
internal sealed class TemplatesPageModel(KeepAgreements agreements) : IdeSlussPageModel
{
    [BindProperty]
    public AgreementForm Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public IReadOnlyList<AgreementLine> Templates { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch { "ny" => "Avtalsmallen är tillagd.", "borta" => "Avtalsmallen är borttagen.", _ => null };
        return await ShowAsync(slug, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm(Name = "ta-bort")] Guid? remove, CancellationToken cancellationToken)
    {
        var problem = remove is { } id
            ? (await agreements.RemoveTemplateAsync(slug, id, cancellationToken)).Problem
            : (await agreements.AddTemplateAsync(slug, Input.Name, AgreementApi.Of(Input.File), cancellationToken)).Problem;
        if (problem is null) return LocalRedirect($"/arbete/testbaddar/{Uri.EscapeDataString(slug)}/avtal?klart={(remove is null ? "ny" : "borta")}");
        return await ShowAsync(slug, cancellationToken) ?? ShowProblem(problem, nameof(Input));
    }

    private async Task<IActionResult?> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await agreements.OwnTemplatesAsync(slug, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Slug, Templates) = (slug, found);
        return null;
    }
}
