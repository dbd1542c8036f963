using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Exchange;

[RequirePermission(TestbedsPermissions.Manage)]
[RequestSizeLimit(ImportTestbeds.MostBytes + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportTestbeds.MostBytes + 64 * 1024)]
internal sealed class ImportTestbedsPageModel(ImportTestbeds import) : IdeSlussPageModel
{
    [BindProperty]
    public FileInput Input { get; set; } = new();

    /// <summary>Null until a file has been read in.</summary>
    public ImportedInventory? Done { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Input.File?.OpenReadStream();
        if ((await import.CsvAsync(file, cancellationToken)).Failed(out var problem, out var imported)) return ShowProblem(problem, nameof(Input));
        Done = imported;
        return Page();
    }

    internal sealed class FileInput
    {
        public IFormFile? File { get; set; }
    }
}
