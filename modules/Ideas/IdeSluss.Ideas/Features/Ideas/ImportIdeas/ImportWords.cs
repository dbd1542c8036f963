using System.Globalization;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>How it went, in words: the same lines on the command line and on the page.</summary>
internal static class ImportWords
{
    public static IReadOnlyList<Text> Summary(ImportResult result, bool dryRun)
    {
        var lines = new List<Text>
        {
            new("{0} rader i filen.", Number(result.Rows)),
            dryRun ? new("{0} går till sortering.", Number(result.ToSorting)) : new("{0} har gått till sortering.", Number(result.ToSorting)),
        };
        if (result.Closed > 0) lines.Add(dryRun ? new("{0} läses in som avslutade och visas öppet.", Number(result.Closed)) : new("{0} är inlästa som avslutade och visas öppet.", Number(result.Closed)));
        if (result.Already > 0) lines.Add(new("{0} finns redan och lämnas som de är.", Number(result.Already)));
        if (result.Changed > 0) lines.Add(new("{0} finns redan men säger något annat nu. De skrivs inte över.", Number(result.Changed)));
        if (result.Wrong > 0) lines.Add(new("{0} går inte att läsa in.", Number(result.Wrong)));
        return lines;
    }

    /// <summary>"Filen är UTF-8 med semikolon mellan fälten."</summary>
    public static Text FileKind(string encoding, string? separator) => new("Filen är {0} med {1} mellan fälten.", new Text(encoding), new Text(separator switch
    {
        ";" => "semikolon",
        "," => "komma",
        "|" => "lodstreck",
        _ => "tabb",
    }));

    /// <summary>"Rad 12, område: …"</summary>
    public static string Of(ImportError error, IStringLocalizer texts) =>
        error.Column is { } column
            ? texts["Rad {0}, {1}: {2}", error.Line, column, texts.Say(error.Message.ToText())]
            : texts["Rad {0}: {1}", error.Line, texts.Say(error.Message.ToText())];

    public static async Task WriteAsync(TextWriter output, IStringLocalizer texts, ImportResult result, ImportOptions options, CancellationToken cancellationToken)
    {
        if (result.Refusal is { } refusal)
        {
            await output.WriteLineAsync(texts.Say(refusal.ToText()));
        }
        else
        {
            await output.WriteLineAsync(texts.Say(FileKind(result.Encoding!, result.Separator)));
            if (result.UnknownColumns.Count > 0) await output.WriteLineAsync(texts["Kolumner som inte läses: {0}.", string.Join(", ", result.UnknownColumns)].Value);
            foreach (var line in Summary(result, options.DryRun)) await output.WriteLineAsync(texts.Say(line));
            foreach (var (hint, count) in result.Hints) await output.WriteLineAsync(texts["Att titta på: {0}, i {1} idéer.", texts[hint].Value, Number(count)].Value);
        }

        foreach (var error in result.Errors) await output.WriteLineAsync(Of(error, texts).AsMemory(), cancellationToken);
        if (result.MoreErrors > 0) await output.WriteLineAsync(texts["Och {0} fel till.", Number(result.MoreErrors)].Value);
        if (options.DryRun) await output.WriteLineAsync(texts["Inget är sparat: det var ett prov."].Value);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
