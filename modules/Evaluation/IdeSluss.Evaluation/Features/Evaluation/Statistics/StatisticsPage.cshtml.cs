using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

internal sealed record StatisticsRow(string Name, PublishedCell Cell);

/// <summary>A number of people divided one way, with a sentence that says what one sees.</summary>
internal sealed record CountSection(string Title, string Column, IReadOnlyList<StatisticsRow> All, PublishedCell Total)
{
    /// <summary>Without those where there is nobody, which everyone may know and few want to read.</summary>
    public IReadOnlyList<StatisticsRow> Rows { get; } = [.. All.Where(row => row.Cell.Count != 0)];

    public int Highest => Rows.Select(row => row.Cell.Count ?? 0).DefaultIfEmpty().Max();

    /// <summary>The largest of those that are told.</summary>
    public Text Sentence => Rows.Where(row => row.Cell.Count is not null).MaxBy(row => row.Cell.Count) switch
    {
        null => (Text)"Talen är för små för att visas del för del.",
        var most => new("Flest: {0}, {1} idéer.", new Text(most.Name), most.Cell.Count!.Value),
    };
}

internal sealed record ShareRow(string Name, Share? Share, PublishedCell Whole);

internal sealed record TimeRow(string Name, int Median, int Ninth);

[OpenToAll("statistics are for everyone, and have been protected before they are stored")]
internal sealed class StatisticsPageModel(ReadStatistics statistics, IJudgedCases cases, IEnumerable<IntakeChannel> channels) : IdeSlussPageModel
{
    public StatisticsView View { get; private set; } = null!;

    public IReadOnlyList<CountSection> HandedIn { get; private set; } = [];

    public IReadOnlyList<ShareRow> Accepted { get; private set; } = [];

    public IReadOnlyList<ShareRow> Others { get; private set; } = [];

    public IReadOnlyList<TimeRow> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        if ((await statistics.FindAsync(period, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        var total = view.Total(Indicator.HandedIn);
        HandedIn =
        [
            new("Idéer efter område", "Område", [.. cases.Areas.Append(new(Dimensions.None, "Inget område än")).Select(area => new StatisticsRow(area.Name, view.Part(Indicator.HandedIn, Dimensions.Area, area.Code)))], total),
            new("Idéer efter vem som lämnade dem", "Idégivare", [.. QuarterTables.Submitters.Select(kind => new StatisticsRow(StatisticsWords.Submitter(kind), view.Part(Indicator.HandedIn, Dimensions.Submitter, kind)))], total),
            new("Idéer efter väg in", "Väg in", [.. channels.DistinctBy(channel => channel.Code).Select(channel => new StatisticsRow(channel.Name, view.Part(Indicator.HandedIn, Dimensions.Channel, channel.Code)))], total),
        ];
        Accepted = [.. Indicator.Decisions.Select(gate => ShareOf(EvaluationWords.GateName(gate), $"{Indicator.Accepted}:{gate}", Dimensions.Outcome))];
        Others = [ShareOf("Genomförda idéer, av dem som avslutades", Indicator.Implemented, Dimensions.Outcome), ShareOf("Idéer på andra språk än svenska", Indicator.HandedIn, Dimensions.Language), ShareOf("Lärdomar, av det som stoppades efter test", Indicator.Lessons, Dimensions.Outcome)];
        Times = [.. view.Of(Indicator.LeadTime, Dimensions.Stage).Where(one => one.Median is not null).OrderBy(one => StatisticsWords.Order(one.Part)).Select(one => new TimeRow(StatisticsWords.Stage(one.Part), one.Median!.Value, one.Ninth!.Value))];
        return Page();
    }

    public string PeriodName(string period) => QuarterName.IsQuarter(period) ? Texts["{0}, kvartal {1}", period[..4], period[5]] : period;

    private ShareRow ShareOf(string name, string what, string dimension) => new(name, Shares.Of(View.Part(what, dimension, "ja"), View.Total(what)), View.Total(what));
}

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class StatisticsWords
{
    private static readonly string[] Stages = ["RECEIVED", "TRIAGE", "NEED", "CONCEPT", "TEST", "DECISION_BASIS", "IMPLEMENTATION", "BENEFIT"];

    public static int Order(string stage) => Array.IndexOf(Stages, stage);

    public static string Stage(string stage) => stage switch
    {
        "RECEIVED" => "Inkommen",
        "TRIAGE" => "Sortering",
        "NEED" => "Behov",
        "CONCEPT" => "Koncept",
        "TEST" => "Test",
        "DECISION_BASIS" => "Beslutsunderlag",
        "IMPLEMENTATION" => "Införande",
        "BENEFIT" => "Effekthemtagning",
        _ => stage,
    };

    public static string Submitter(string kind) => kind switch
    {
        "Employee" => "Medarbetare",
        "Elected" => "Förtroendevald",
        "Organisation" => "Förening eller företag",
        _ => "Invånare",
    };

    public static Text Say(PublishedCell cell) => cell.State switch
    {
        CellState.Shown => new Text("{0}", cell.Count!.Value),
        CellState.Few => "färre än 5",
        _ => "visas inte",
    };
}
