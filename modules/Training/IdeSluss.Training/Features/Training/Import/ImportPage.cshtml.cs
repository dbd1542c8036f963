using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Import;

[RequirePermission(TrainingPermissions.ImportPeople)]
[UploadLimit(ImportPeople.MostBytes + (64 * 1024))]
internal sealed class ImportPeoplePageModel(ImportPeople import) : IdeSlussPageModel
{
    [BindProperty]
    public FileInput Input { get; set; } = new();

    /// <summary>Null until a file has been read in.</summary>
    public ImportedPeople? Done { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Input.File?.OpenReadStream();
        if ((await import.HandleAsync(file, Input.Complete, cancellationToken)).Failed(out var problem, out var imported)) return ShowProblem(problem, nameof(Input));
        Done = imported;
        return Page();
    }

    internal sealed class FileInput
    {
        public IFormFile? File { get; set; }
        public bool Complete { get; set; }
    }
}
