using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Pictures;

internal sealed class PictureInput
{
    public IFormFile? Picture { get; set; }

    /// <summary>What was sent before the form came back.</summary>
    public Guid? PictureId { get; set; }
    public string? Description { get; set; }
}

[RequirePermission(TestbedsPermissions.Manage)]
[UploadLimit(2 * FileRules.PictureBytes)]
internal sealed class PicturesPageModel(KeepPictures keep) : IdeSlussPageModel
{
    [BindProperty]
    public PictureInput Input { get; set; } = new();

    public TestbedPictures Pictures { get; private set; } = null!;

    public StoredFile? Uploaded { get; private set; }

    public string? Said { get; private set; }

    /// <summary>Each picture has its own field, so that an error stands at the right one.</summary>
    public static string FieldOf(Guid picture) => $"text-{picture:N}";

    public async Task<IActionResult> OnGetAsync(string slug, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch { "lagg-till" => "Bilden är tillagd.", "beskriv" => "Texten är sparad.", "forst" => "Bilden visas först.", "ta-bort" => "Bilden är borttagen.", _ => null };
        return await ShowAsync(slug, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? gor, Guid? bild, int version, CancellationToken cancellationToken)
    {
        var picture = bild ?? Guid.Empty;
        var problem = gor switch
        {
            "lagg-till" => await AddAsync(slug, cancellationToken),
            "beskriv" => AtPicture((await keep.DescribeAsync(slug, picture, Request.Form[FieldOf(picture)].FirstOrDefault(), version, cancellationToken)).Problem, picture),
            "forst" => (await keep.PutFirstAsync(slug, picture, version, cancellationToken)).Problem,
            "ta-bort" => (await keep.RemoveAsync(slug, picture, version, cancellationToken)).Problem,
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (problem is null) return LocalRedirect($"/arbete/testbaddar/{Uri.EscapeDataString(slug)}/bilder?klart={gor}");
        return await ShowAsync(slug, cancellationToken) ?? ShowProblem(problem, gor == "lagg-till" ? nameof(Input) : "");
    }

    /// <summary>A picture that came through stays, also when its text is missing.</summary>
    private async Task<Problem?> AddAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await keep.TakeInAsync(slug, Input.Picture is { } sent ? Upload.From(sent, "picture") : null, Input.PictureId, cancellationToken)).Failed(out var problem, out var file))
            return problem.Kind == ProblemKind.Invalid && AlternativeText.Check("description", Input.Description) is { } undescribed ? problem with { Errors = [.. problem.Errors, undescribed] } : problem;
        Uploaded = file;
        return (await keep.AddAsync(slug, file, Input.Description, cancellationToken)).Problem;
    }

    private static Problem? AtPicture(Problem? problem, Guid picture) =>
        problem is null ? null : problem with { Errors = [.. problem.Errors.Select(error => error.Field == "description" ? error with { Field = FieldOf(picture) } : error)] };

    private async Task<IActionResult?> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await keep.ReadAsync(slug, cancellationToken)).Failed(out var problem, out var pictures)) return ShowProblem(problem);
        Pictures = pictures;
        return null;
    }
}
