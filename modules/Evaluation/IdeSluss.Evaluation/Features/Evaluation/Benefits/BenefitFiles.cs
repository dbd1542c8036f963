using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <summary>A table of a file: numbers stay numbers.</summary>
/// <param name="Name">At most 31 characters, which is what a spreadsheet takes.</param>
internal sealed record FileTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Benefits, costs and calculation as a spreadsheet or as CSV (the first table). What somebody has written is never run as a formula.</summary>
internal static class BenefitFiles
{
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IReadOnlyList<FileTable> Tables(BenefitsView view, IStringLocalizer texts)
    {
        string Say(string key) => texts[key].Value;
        FileTable Made(string name, string[] columns, IEnumerable<object?[]> rows) => new(Say(name), [.. columns.Select(Say)], [.. rows]);
        var content = view.Content;
        List<FileTable> tables =
        [
            Made("Nyttor och kostnader", ["Vad", "Slag", "Säkerhet", "För vem", "Mått", "Värde i dag", "Mätt den", "Mål", "Målet ska vara nått", "Mått på personer", "Kronor per år", "Kronor en gång", "Timmar per år", "Ansvarig", "Nackdel"],
            [
                .. content.Benefits.Select(one => new object?[]
                {
                    one.Name, Say(BenefitWords.Of(one.Kind)), Say(BenefitWords.Of(one.Certainty)), Say(BenefitWords.Stakeholder(one.Stakeholder)), one.Measure, one.Baseline, Day(one.BaselineDay), one.Target, Day(one.TargetDay), Say(one.OfPeople ? "Ja" : "Nej"),
                    one.Kind == BenefitKind.Quality ? null : one.MoneyPerYear, null, one.HoursPerYear == 0 ? null : one.HoursPerYear, one.Owner, Say(one.Drawback ? "Ja" : "Nej"),
                }),
                .. content.Costs.Select(one => new object?[] { one.Name, Say("Kostnad"), null, null, null, null, null, null, null, null, one.Yearly ? -one.Amount : null, one.Yearly ? null : -one.Amount, null, null, null }),
            ]),
            Made("Effektkedja", ["Vi gör", "Det ger", "Effekt inom ett år", "Effekt inom tre år", "Effekt på längre sikt", "Det måste stämma", "Så märks det", "Värde i dag", "Mål", "Ansvarig"],
                content.Chain.Select(one => new object?[] { one.Does, one.Gives, one.WithinYear, one.WithinThree, one.Later, one.Assumption, one.Indicator, one.Baseline, one.Target, one.Owner })),
        ];
        if (view.Calculation is not { } calculation) return tables;
        return
        [
            .. tables,
            Made("År för år", ["År", "Nyttor i pengar", "Kostnader", "Värt i dag", "Summa hittills", "Lägst", "Högst"], calculation.Lines.Select(one => new object?[] { one.Year, Whole(one.Money), Whole(one.Cost), Whole(one.Now), Whole(one.Sum), Whole(one.Lowest), Whole(one.Highest) })),
            Made("Om det blir annorlunda", ["Vad", "Sämre", "Bättre"], calculation.WhatIfs.Select(one => new object?[] { Say(BenefitWords.Of(one.What)), Whole(one.Worse), one.Better is { } better ? Whole(better) : null })),
            Made("För vem", ["För vem", "Pengar per år", "Tid och annat per år", "Timmar per år", "Nyttor i kvalitet", "Nackdelar"], calculation.Stakeholders.Select(one => new object?[] { Say(BenefitWords.Stakeholder(one.Stakeholder)), one.Money, one.Redistribution, one.Hours, one.Quality, one.Drawbacks })),
        ];
    }

    public static byte[] Xlsx(IReadOnlyList<FileTable> tables)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(tables.ToDictionary(table => table.Name, table => (object)table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)).ToList()));
        return stream.ToArray();
    }

    /// <summary>As a Swedish spreadsheet reads it.</summary>
    public static byte[] Csv(FileTable table)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (var row in table.Rows.Prepend([.. table.Columns]))
            {
                foreach (var cell in row) csv.WriteField(cell is decimal number ? number.ToString("0.##", CultureInfo.CurrentCulture).Replace('\u2212', '-') : cell?.ToString());
                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Whole(decimal amount) => decimal.Round(amount, MidpointRounding.AwayFromZero);
}
