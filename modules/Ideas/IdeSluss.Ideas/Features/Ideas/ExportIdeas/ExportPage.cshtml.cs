using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <summary>Choose which cases; the answer is the file.</summary>
[RequirePermission(IdeasPermissions.SearchCases)]
internal sealed class ExportPageModel(ExportIdeas export, CaseChoices choices, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public ExportInput Input { get; set; } = new();

    public bool Whole => me.Has(IdeasPermissions.Work);

    public CaseChoices Choices => choices;

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Formats =>
    [
        new(nameof(ExportFormat.Spreadsheet), Texts["Kalkylprogram"], Texts["Svenska rubriker och ord, semikolon mellan fälten."]),
        new(nameof(ExportFormat.Csv), Texts["Andra program"], Texts["Engelska rubriker och koder, komma mellan fälten."]),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Units = await choices.UnitsAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Units = await choices.UnitsAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        var filter = new CaseSearch(null, Input.Stage, Input.Track, CaseChoices.StatusOf(Input.Status), null, Input.Unit);
        if ((await export.HandleAsync(new(Input.Format, filter, Input.ReceivedFrom, Input.ReceivedTo, Input.WithContact), cancellationToken)).Failed(out var problem, out var file)) return ShowProblem(problem, nameof(Input));
        return new Download(file);
    }

    private sealed class Download(ExportFile file) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) =>
            TypedResults.Stream(stream => file.WriteAsync(stream, context.HttpContext.RequestAborted), ExportFile.MediaType, file.Name).ExecuteAsync(context.HttpContext);
    }

    public sealed class ExportInput
    {
        public ExportFormat Format { get; set; } = ExportFormat.Spreadsheet;

        public string? Stage { get; set; }

        public string? Track { get; set; }

        public string? Status { get; set; }

        public Guid? Unit { get; set; }

        public DateOnly? ReceivedFrom { get; set; }

        public DateOnly? ReceivedTo { get; set; }

        public bool WithContact { get; set; }
    }
}
