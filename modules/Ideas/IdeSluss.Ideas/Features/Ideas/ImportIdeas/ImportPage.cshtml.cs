using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>Choose a file; it is tried and shown before anything becomes ideas.</summary>
[RequirePermission(IdeasPermissions.Import)]
[RequestSizeLimit(ImportRuns.MostBytes + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportRuns.MostBytes + 64 * 1024)]
internal sealed class ImportPageModel(ImportRuns runs) : IdeSlussPageModel
{
    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public IReadOnlyList<ImportRunView> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Runs = await runs.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Input.File?.OpenReadStream();
        var outcome = await runs.TryAsync(new(file, Input.File?.FileName, Input.Source, Input.Strict, Input.Notify), cancellationToken);
        if (!outcome.Failed(out var problem, out var run)) return Redirect($"/arbete/importera/{run.Id}");
        Runs = await runs.ListAsync(cancellationToken);
        return ShowProblem(problem, nameof(Input));
    }

    public static string StateOf(ImportState state) => state switch
    {
        ImportState.Checked => "Provad, väntar på ditt ja",
        ImportState.Confirmed => "Läses in",
        ImportState.AtCommandLine => "Läses in från kommandoraden",
        ImportState.Done => "Klar",
        _ => "Gick inte att läsa in",
    };

    public sealed class ImportInput
    {
        public IFormFile? File { get; set; }

        public string? Source { get; set; }

        public bool Strict { get; set; }

        public bool Notify { get; set; }
    }
}
