using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <param name="Yes">Who chose four or five.</param>
/// <param name="Median">The step that half of them chose at most; null when they are too few.</param>
internal sealed record TrustRow(ShareRow Yes, int? Median);

/// <summary>What submitters said of how it went.</summary>
internal sealed record TrustSection(IReadOnlyList<TrustRow> Rows) : Section("Så tyckte de som lämnade idéer")
{
    public override string File => "Trust/_Trust.cshtml";

    public override bool Says => Rows.Any(row => row.Yes.Share is not null);

    public override Text Sentence => "Tre frivilliga och anonyma frågor när idén är avgjord. Svaren går från 1, nej, inte alls, till 5, ja, helt.";

    public override IEnumerable<SectionLine> Lines => Rows.Select(row => new SectionLine(row.Yes.Name, "procent", row.Yes.Share?.Value, row.Yes.Share?.Lowest, row.Yes.Share?.Highest, row.Yes.Whole.Count, Why: row.Yes.Share is null ? new Text("visas inte") : null));
}
