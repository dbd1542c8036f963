using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

[RequirePermission(EvaluationPermissions.ReadRounds)]
internal sealed class IdeaReadinessPageModel(MarkReadiness readiness) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "skala")]
    public string? ScaleCode { get; set; }

    [BindProperty]
    public List<int> Levels { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public ReadinessView View { get; private set; } = null!;

    public bool JustDone { get; private set; }

    /// <summary>The one to mark by: the one that was chosen, else the one read in last.</summary>
    public ScaleLine? Scale => View.Scales.FirstOrDefault(one => one.Code == ScaleCode) ?? (View.Scales is [var first, ..] ? first : null);

    public MarkView? Latest => View.Marks is [var latest, ..] ? latest : null;

    /// <summary>The one before by the same words; others cannot be laid over each other.</summary>
    public MarkView? Before => View.Marks.Skip(1).FirstOrDefault(mark => mark.ScaleVersionId == Latest!.ScaleVersionId);

    public IReadOnlyList<RadarSeries> Series => [SeriesOf(Texts["Nu"], Latest!), .. Before is { } before ? new[] { SeriesOf(Texts["Förra gången"], before) } : []];

    public async Task<IActionResult> OnGetAsync(string nummer, string? klart, CancellationToken cancellationToken)
    {
        JustDone = klart is not null;
        return await LoadAsync(nummer, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, string? scale, CancellationToken cancellationToken)
    {
        ScaleCode = scale;
        if (!(await readiness.HandleAsync(nummer, new(scale, Levels, Note), cancellationToken)).Failed(out var problem, out _)) return LocalRedirect($"/arbete/mognad/{Uri.EscapeDataString(nummer)}?klart=ja");
        return await LoadAsync(nummer, cancellationToken) ?? ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => error.Field == "Levels" ? error with { Field = "Levels[0]" } : error)] });
    }

    public string Word(ScaleDimension dimension, int level) => level == 0 ? Texts["Vet inte"] : $"{level}. {Texts[dimension.Levels[level - 1]].Value}";

    public IReadOnlyList<Choice> Choices(ScaleDimension dimension) => [.. dimension.Levels.Select((_, at) => new Choice($"{at + 1}", Word(dimension, at + 1)))];

    private static RadarSeries SeriesOf(string name, MarkView mark) => new(name, [.. mark.Levels.Select(level => level == 0 ? (int?)null : level)]);

    private async Task<IActionResult?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if ((await readiness.ReadAsync(number, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        View = found;
        return null;
    }
}
