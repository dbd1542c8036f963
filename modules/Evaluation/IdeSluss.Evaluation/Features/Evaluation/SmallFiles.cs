using CsvHelper;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation;

/// <summary>A row of a file with its line, and its cells by heading; a cell that is missing is empty.</summary>
internal sealed record FileRow(long Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>Small files that are read in whole: questions and scales.</summary>
internal static class SmallFiles
{
    public const int MostBytes = 256 * 1024;
    private const int MostRows = 500;

    public static Problem Wrong(Text message) => Problem.Invalid(new FieldError("File", message));

    /// <summary>The file's text; bounded while it is read.</summary>
    public static async Task<Outcome<string>> TextAsync(Stream? file, CancellationToken cancellationToken)
    {
        if (file is null) return Wrong("Fil: välj en fil.");
        using var bytes = new MemoryStream();
        var block = new byte[16 * 1024];
        for (int read; (read = await file.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return Wrong(new Text("Fil: den är för stor. Högst {0} kB går att läsa in.", MostBytes / 1024));
            bytes.Write(block, 0, read);
        }

        try
        {
            bytes.Position = 0;
            using var text = new StreamReader(bytes, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            var content = await text.ReadToEndAsync(cancellationToken);
            return string.IsNullOrWhiteSpace(content) ? Wrong("Fil: den är tom.") : content;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return Wrong("Fil: den går inte att läsa. Spara den som UTF-8.");
        }
    }

    /// <param name="columns">Headings that must be there, in Swedish.</param>
    public static Outcome<IReadOnlyList<FileRow>> Rows(string content, IReadOnlyList<string> columns)
    {
        try
        {
            var header = content.Split('\n', 2)[0];
            using var csv = CsvReader.Create(new StringReader(content), new() { Separator = header.Count(letter => letter == ';') > header.Count(letter => letter == ',') ? ';' : ',', SkipEmptyLines = true, TrackLineNumbers = true, HasHeader = true, IncludeValuesInExceptions = false });
            csv.ReadHeader();
            var headings = csv.Headers.Select(name => name.Trim().ToLowerInvariant()).ToList();
            if (columns.Where(column => !headings.Contains(column)).ToList() is { Count: > 0 } missing) return Wrong(new Text("Fil: rubrikerna på första raden ska vara {0}. Det saknas: {1}.", string.Join(", ", columns), string.Join(", ", missing)));
            var rows = new List<FileRow>();
            while (csv.Read())
            {
                if (rows.Count == MostRows) return Wrong(new Text("Fil: högst {0} rader går att läsa in på en gång.", MostRows));
                var cells = new Dictionary<string, string>();
                for (var at = 0; at < headings.Count && at < csv.FieldCount; at++) cells.TryAdd(headings[at], Cell(csv.GetString(at).Trim()));
                rows.Add(new(csv.LineNumber, cells));
            }

            return rows.Count == 0 ? Wrong("Fil: den har inga rader.") : Outcome<IReadOnlyList<FileRow>>.FromT(rows);
        }
        catch (CsvFormatException)
        {
            return Wrong("Fil: den går inte att läsa. Spara den som CSV UTF-8.");
        }
    }

    /// <summary>Without the apostrophe that guards it from a spreadsheet.</summary>
    private static string Cell(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : text;
}
