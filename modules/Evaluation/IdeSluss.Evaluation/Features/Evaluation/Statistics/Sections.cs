using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>One number of a section, as files and programs read it.</summary>
/// <param name="Value">Null where it is not told; why, <paramref name="Why"/> says.</param>
/// <param name="Ninth">For times and the like: what nine of ten had at most.</param>
internal sealed record SectionLine(Text Part, string Unit, decimal? Value, decimal? Lowest = null, decimal? Highest = null, int? Of = null, int? Ninth = null, Text? Why = null);

/// <summary>Something that is measured, as a picture in a table's own rows with a sentence that says what one sees: the same on pages, in files and by the API.</summary>
/// <param name="Title">Swedish with nothing to fill in: the key of its translation.</param>
internal abstract record Section(string Title)
{
    /// <summary>What one needs to know to read it; null for nothing.</summary>
    public Text? Note { get; init; }

    /// <summary>At least one part is told: otherwise it is only named, so that what says something comes first.</summary>
    public abstract bool Says { get; }

    public abstract Text Sentence { get; }

    public abstract IEnumerable<SectionLine> Lines { get; }

    /// <summary>Parts with fewer than five, and those of which nothing is told: named below the table instead of taking a row each.</summary>
    public virtual IEnumerable<Text> Few => [];

    public virtual IEnumerable<Text> Untold => [];

    /// <summary>The file that draws it, below the features of the module.</summary>
    public abstract string File { get; }
}

/// <param name="Known">False for those of whom it is not known: alone they say nothing.</param>
internal sealed record StatisticsRow(Text Name, PublishedCell Cell, bool Known = true);

/// <summary>A number divided one way.</summary>
/// <param name="Most">The sentence, with {0} for the part with the most and {1} for its number: <c>Flest: {0}, {1} idéer.</c></param>
internal sealed record CountSection(string Title, string Column, string Most, IReadOnlyList<StatisticsRow> All) : Section(Title)
{
    public const string Number = "antal";

    public const string Kronor = "kronor";
    public const string Percent = "procent";

    /// <summary><see cref="Number"/>, <see cref="Kronor"/> or <see cref="Percent"/>.</summary>
    public string Unit { get; init; } = Number;

    public string Heading => Unit switch { Kronor => "Kronor", Percent => "Procent", _ => "Antal" };

    /// <summary>Without those where there is nobody, which everyone may know and few want to read.</summary>
    public IReadOnlyList<StatisticsRow> Rows { get; } = [.. All.Where(row => row.Cell.Count != 0)];

    /// <summary>The parts follow each other: each has its row, told or not, and one alone says nothing.</summary>
    public bool InSteps { get; init; }

    /// <summary>Those of the table.</summary>
    public IEnumerable<StatisticsRow> Shown => Rows.Where(row => InSteps || row.Cell.Count is not null);

    public override IEnumerable<Text> Few => Rows.Where(row => !InSteps && row.Cell.State == CellState.Few).Select(row => row.Name);

    public override IEnumerable<Text> Untold => Rows.Where(row => !InSteps && row.Cell is { Count: null, State: not CellState.Few }).Select(row => row.Name);

    public int Highest => Rows.Select(row => row.Cell.Count ?? 0).DefaultIfEmpty().Max();

    public override string File => "Statistics/_Counts.cshtml";

    public override bool Says => Rows.Count(row => row.Known && row.Cell.Count is not null) > (InSteps ? 1 : 0);

    /// <summary>The largest of those that are told.</summary>
    public override Text Sentence => Rows.Where(row => row.Known && row.Cell.Count is not null).MaxBy(row => row.Cell.Count) is { } most ? new Text(Most, most.Name, StatisticsWords.Whole(most.Cell.Count!.Value)) : "Talen är för små för att visas del för del.";

    public override IEnumerable<SectionLine> Lines => All.Select(row => new SectionLine(row.Name, Unit, row.Cell.Count, Why: row.Cell.Count is null ? StatisticsWords.Say(row.Cell) : null));
}

/// <param name="Known">False for those of whom it is not known: alone they say nothing.</param>
internal sealed record ShareRow(Text Name, Share? Share, PublishedCell Whole, bool Known = true);

internal sealed record ShareSection(string Title, IReadOnlyList<ShareRow> Rows) : Section(Title)
{
    public override string File => "Statistics/_Shares.cshtml";

    public IEnumerable<ShareRow> Shown => Rows.Where(row => row.Share is not null);

    public override IEnumerable<Text> Untold => Rows.Where(row => row.Share is null).Select(row => row.Name);

    public override bool Says => Rows.Any(row => row is { Known: true, Share: not null });

    public override Text Sentence => (Rows.Where(row => row.Share is not null).MinBy(row => row.Share!.Value), Rows.Where(row => row.Share is not null).MaxBy(row => row.Share!.Value)) switch
    {
        (null, _) or (_, null) => "Talen är för små. En andel visas när den gäller minst tio.",
        var (least, most) when least == most => new Text("{0}: {1} procent, troligen mellan {2} och {3}.", most.Name, most.Share!.Value, most.Share.Lowest, most.Share.Highest),
        var (least, most) => new Text("Högst: {0}, {1} procent. Lägst: {2}, {3} procent. Strecket i bilden visar hur osäker andelen är.", most.Name, most.Share!.Value, least.Name, least.Share!.Value),
    };

    public override IEnumerable<SectionLine> Lines => Rows.Select(row => new SectionLine(row.Name, "procent", row.Share?.Value, row.Share?.Lowest, row.Share?.Highest, row.Whole.Count, Why: row.Share is null ? new Text("visas inte") : null));
}

internal sealed record MiddleRow(Text Name, int Median, int Ninth);

/// <param name="Half">Heading of the column for half of them; <paramref name="Nine"/> for nine of ten.</param>
/// <param name="Most">The sentence, with {0} for the part with the highest and {1} for its number.</param>
internal sealed record MiddleSection(string Title, string Column, string Half, string Nine, string Most, IReadOnlyList<MiddleRow> Rows) : Section(Title)
{
    public override string File => "Statistics/_Middles.cshtml";

    public override Text Sentence => Rows.MaxBy(row => row.Median) is { } most ? new Text(Most, most.Name, most.Median) : "Talen är för små. En tid visas när den gäller minst tio.";

    public override bool Says => Rows.Count > 0;

    public int Highest => Rows.Select(row => row.Ninth).DefaultIfEmpty().Max();

    public override IEnumerable<SectionLine> Lines => Rows.Select(row => new SectionLine(row.Name, "hälften högst", row.Median, Ninth: row.Ninth));
}

internal sealed record GapRow(Text Name, GenderGap Gap);

/// <summary>Women's share that went on less men's: at all decisions together, and at each where both are told.</summary>
internal sealed record GapSection(IReadOnlyList<GapRow> Rows) : Section("Skillnad mellan kvinnor och män")
{
    public override string File => "Statistics/_Gap.cshtml";

    public override bool Says => Rows.Count > 0;

    public override Text Sentence => Rows is not [var all, ..] ? "Skillnaden visas när minst tio kvinnor och tio män har svarat på de frivilliga frågorna."
        : all.Gap.Lowest > 0 ? "Kvinnors idéer gick oftare vidare än mäns."
        : all.Gap.Highest < 0 ? "Mäns idéer gick oftare vidare än kvinnors."
        : "Det går inte att säga att det skiljer: noll ligger inom osäkerheten.";

    public override IEnumerable<SectionLine> Lines => Rows.Select(row => new SectionLine(row.Name, "procentenheter", row.Gap.Value, row.Gap.Lowest, row.Gap.Highest));
}

/// <summary>What came in and what was carried out, quarter by quarter, the oldest first.</summary>
internal sealed record QuarterSection(IReadOnlyList<QuarterPoint> Quarters) : Section("Kvartal för kvartal")
{
    private IReadOnlyList<(string Period, int Count)> Told => [.. Quarters.Where(one => one.HandedIn.Count is not null).Select(one => (one.Period, one.HandedIn.Count!.Value))];

    public override string File => "Statistics/_Quarters.cshtml";

    public override bool Says => Told.Count > 1;

    public override Text Sentence => Told switch
    {
        [] => "Talen är för små för att visas del för del.",
        [.., var last] told when told.All(one => one.Count <= last.Count) => new Text("{0} kom det in {1} idéer, flest av alla kvartal.", StatisticsWords.Period(last.Period), last.Count),
        [.., var last] told => new Text("{0} kom det in {1} idéer. Flest kom {2}: {3}.", StatisticsWords.Period(last.Period), last.Count, StatisticsWords.Period(told.MaxBy(one => one.Count).Period), told.Max(one => one.Count)),
    };

    public override IEnumerable<SectionLine> Lines => Quarters.SelectMany(one => new[] { Line("Kom in", one.Period, one.HandedIn), Line("Genomfördes", one.Period, one.Implemented) });

    private static SectionLine Line(string what, string period, PublishedCell cell) => new(new Text("{0}: {1}", StatisticsWords.Period(period), new Text(what)), CountSection.Number, cell.Count, Why: cell.Count is null ? StatisticsWords.Say(cell) : null);
}

/// <summary>Those that say something, and those that are too small to.</summary>
internal sealed record ShownSections(IReadOnlyList<Section> Sections)
{
    public IReadOnlyList<Section> TooSmall { get; } = [.. Sections.Where(section => !section.Says)];
}
