using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditMaterial;

/// <summary>A known material by its id, or a new one.</summary>
[RequirePermission(TrainingPermissions.ManageCourses)]
[UploadLimit(FileRules.DocumentBytes + (1024 * 1024))]
internal sealed class EditMaterialModel(SaveMaterial save) : IdeSlussPageModel
{
    public const string NewMaterial = "nytt";

    [BindProperty]
    public MaterialForm Input { get; set; } = new();

    public string Code { get; private set; } = "";

    public bool IsNew { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<MaterialEdition> Editions { get; private set; } = [];

    public IReadOnlyList<Choice> Licences => [.. Enum.GetValues<Licence>().Select(licence => new Choice(licence.ToString(), Texts[TrainingWords.Of(licence)]))];

    public IReadOnlyList<Choice> Languages => [.. CourseRules.Languages.Select(tag => new Choice(tag, Texts[TrainingWords.LanguageOf(tag)]))];

    public async Task<IActionResult> OnGetAsync(string code, string material, CancellationToken cancellationToken)
    {
        (Code, IsNew, Input) = (code, material == NewMaterial, new() { Language = "sv", Licence = Licence.Attribution });
        if (IsNew) return Page();
        if (!Guid.TryParse(material, out var id)) return NotFound();
        if ((await save.FindAsync(code, id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        (Version, Editions) = (found.Version, found.Editions);
        Input = new() { Name = found.Name, Language = found.Language, Licence = found.Licence, Author = found.Author, Withdrawn = !found.Active, Address = Editions[0].Address, AccessibilityChecked = Editions[0].AccessibilityCheckedOn is not null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string material, int version, CancellationToken cancellationToken)
    {
        (Code, IsNew, Version) = (code, material == NewMaterial, version);
        if (!Guid.TryParse(material, out var id) && !IsNew) return NotFound();
        if (!IsNew)
        {
            if ((await save.FindAsync(code, id, cancellationToken)).Failed(out var missing, out var found)) return ShowProblem(missing);
            Editions = found.Editions;
        }

        if (!ModelState.IsValid) return ShowErrors();
        var upload = Input.File is { Length: > 0 } file ? Upload.From(file, "file") : null;
        var outcome = IsNew ? await save.AddAsync(code, Input, upload, cancellationToken) : await save.ChangeAsync(code, id, Input, upload, version, cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/utbildning/kurser/{Uri.EscapeDataString(code)}?klart=material");
    }

    internal sealed class MaterialForm : MaterialInput
    {
        public IFormFile? File { get; set; }
    }
}
