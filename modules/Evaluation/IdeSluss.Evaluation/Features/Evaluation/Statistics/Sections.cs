using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <param name="Known">False for those of whom it is not known: alone they say nothing.</param>
internal sealed record StatisticsRow(Text Name, PublishedCell Cell, bool Known = true);

/// <summary>A number divided one way, with a sentence that says what one sees.</summary>
/// <param name="Unit">What is counted, with {0} for the part and {1} for the number: <c>Flest: {0}, {1} idéer.</c></param>
internal sealed record CountSection(string Title, string Column, string Unit, IReadOnlyList<StatisticsRow> All)
{
    /// <summary>Without those where there is nobody, which everyone may know and few want to read.</summary>
    public IReadOnlyList<StatisticsRow> Rows { get; } = [.. All.Where(row => row.Cell.Count != 0)];

    public int Highest => Rows.Select(row => row.Cell.Count ?? 0).DefaultIfEmpty().Max();

    /// <summary>At least one part is told: otherwise it is only named, so that what says something comes first.</summary>
    public bool Says => Rows.Any(row => row.Known && row.Cell.Count is not null);

    /// <summary>The largest of those that are told.</summary>
    public Text Sentence => Rows.Where(row => row.Known && row.Cell.Count is not null).MaxBy(row => row.Cell.Count) is { } most ? new Text(Unit, most.Name, most.Cell.Count!.Value) : "Talen är för små för att visas del för del.";
}

internal sealed record ShareRow(Text Name, Share? Share, PublishedCell Whole);

internal sealed record ShareSection(string Title, IReadOnlyList<ShareRow> Rows)
{
    public bool Says => Rows.Any(row => row.Share is not null);

    public Text Sentence => (Rows.Where(row => row.Share is not null).MinBy(row => row.Share!.Value), Rows.Where(row => row.Share is not null).MaxBy(row => row.Share!.Value)) switch
    {
        (null, _) or (_, null) => "Talen är för små. En andel visas när den gäller minst tio.",
        var (least, most) when least == most => new Text("{0}: {1} procent, troligen mellan {2} och {3}.", most.Name, most.Share!.Value, most.Share.Lowest, most.Share.Highest),
        var (least, most) => new Text("Högst: {0}, {1} procent. Lägst: {2}, {3} procent. Strecket i bilden visar hur osäker andelen är.", most.Name, most.Share!.Value, least.Name, least.Share!.Value),
    };
}

internal sealed record MiddleRow(Text Name, int Median, int Ninth);

/// <param name="Half">Heading of the column for half of them; <paramref name="Nine"/> for nine of ten.</param>
/// <param name="Most">The sentence, with {0} for the part with the highest and {1} for its number.</param>
internal sealed record MiddleSection(string Title, string Column, string Half, string Nine, string Most, IReadOnlyList<MiddleRow> Rows)
{
    public Text Sentence => Rows.MaxBy(row => row.Median) is { } most ? new Text(Most, most.Name, most.Median) : "Talen är för små. En tid visas när den gäller minst tio.";

    public bool Says => Rows.Count > 0;

    public int Highest => Rows.Select(row => row.Ninth).DefaultIfEmpty().Max();
}
