using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

[RequirePermission(EvaluationPermissions.ManageQuestions)]
[UploadLimit(SmallFiles.MostBytes + (64 * 1024))]
internal sealed class ScalesPageModel(ReadInScales scales) : IdeSlussPageModel
{
    [BindProperty]
    public FileFields Input { get; set; } = new();

    public IReadOnlyList<ScaleLine> Scales { get; private set; } = [];

    /// <summary>Null until a file has been read in.</summary>
    public ReadInScale? Done { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Scales = await scales.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Input.File?.OpenReadStream();
        var outcome = await scales.HandleAsync(file, Input.Code, Input.Title, Input.Source, cancellationToken);
        Scales = await scales.ListAsync(cancellationToken);
        if (outcome.Failed(out var problem, out var done)) return ShowProblem(problem, nameof(Input));
        Done = done;
        return Page();
    }

    internal sealed class FileFields
    {
        public IFormFile? File { get; set; }
        public string? Code { get; set; }
        public string? Title { get; set; }
        public string? Source { get; set; }
    }
}
