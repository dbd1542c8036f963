using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What a page shows, as a file: the same numbers under the same headings.</summary>
internal static class SectionFile
{
    private static readonly string[] Columns = ["Mått", "Del", "Tal", "Enhet", "Troligen minst", "Troligen högst", "Av antal", "Nio av tio högst", "Anmärkning"];

    public static byte[] Csv(IReadOnlyList<Section> sections, IStringLocalizer texts) => BenefitFiles.Csv(new("statistik", [.. Columns.Select(column => texts[column].Value)],
    [
        .. sections.SelectMany(section => section.Lines.Select(line => new object?[]
        {
            texts[section.Title].Value, texts.Say(line.Part), line.Value, texts[line.Unit].Value, line.Lowest, line.Highest, line.Of, line.Ninth, line.Why is { } why ? texts.Say(why) : null,
        })),
    ]));
}
