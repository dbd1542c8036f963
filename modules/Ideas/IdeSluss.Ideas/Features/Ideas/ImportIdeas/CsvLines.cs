using CsvHelper;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>A record of the file, or why one cannot be read.</summary>
/// <param name="Number">The line it begins on, the header counted.</param>
internal sealed record CsvLine(long Number, string[] Fields, Text? Fault = null);

/// <summary>
/// Reads a CSV file record by record, never more than one in memory. A quote that is never closed would swallow the rest: such a record is one fault, and reading
/// begins anew on the line after the one it began on.
/// </summary>
/// <param name="file">Read from its beginning, more than once.</param>
internal sealed class CsvLines(Stream file, TextEncoding encoding)
{
    /// <summary>More than the longest idea with everything around it, in bytes.</summary>
    private const int LongestRecord = 256 * 1024;

    /// <summary>More faults than this and the file is another than it says.</summary>
    private const int MostRestarts = 50;

    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>2 after a line like <c>sep=;</c>, which spreadsheets write.</summary>
    private int headerLine = 1;

    public char Separator { get; private set; }

    /// <summary>Reads the header; called first. The separator is the one by which most of it is known: the rows below may have anything in their texts.</summary>
    public Outcome<ImportHeader> ReadHeader()
    {
        char[] possible = SeparatorHint() is { } said ? [said] : Separators;
        if (possible.Length == 1) headerLine = 2;
        var best = possible.Select(HeaderBy).MaxBy(one => (one.Header.Failed(out _, out var header) ? 0 : header.Places.Count, one.Width))!;
        Separator = best.Separator;
        return best.Header;
    }

    public IEnumerable<CsvLine> Read()
    {
        long from = headerLine;
        for (var restarts = 0; restarts <= MostRestarts; restarts++)
        {
            long? again = null;
            foreach (var line in ReadFrom(from))
            {
                yield return line;
                if (line.Fault is not null && line.Fields.Length == 0) again = line.Number + 1;
            }

            if (again is not { } next) yield break;
            from = next;
        }

        yield return new CsvLine(from, [], "Filen har för många trasiga citattecken. Resten är inte läst. Spara den på nytt som CSV UTF-8.");
    }

    /// <summary>Ends after a fault from which one must begin anew: it has no fields.</summary>
    private IEnumerable<CsvLine> ReadFrom(long first)
    {
        using var text = OpenAt(first);
        var malformed = new List<CsvMalformedRecord>();
        using var csv = CsvReader.Create(text, Options(Separator, malformed) with { HasHeader = first == headerLine });
        var ended = first;
        while (true)
        {
            if (Next(csv, first, ended) is { } stopped)
            {
                if (stopped.Number > 0) yield return stopped;
                yield break;
            }

            var number = csv.LineNumber + first - 1;
            ended = number + 1;
            // A quote in the middle of a text (5" skruv) harms nothing.
            var faults = malformed.Where(one => one.Reason != CsvMalformedReason.StrayQuote).ToList();
            malformed.Clear();
            if (faults.Exists(one => one.RawRecord.AsSpan().ContainsAny('\n', '\r')))
            {
                yield return Unclosed(number);
                yield break;
            }

            yield return new CsvLine(number, FieldsOf(csv), faults.Count > 0 ? new Text("citattecken som inte går ihop. Skriv citattecken inne i en text som två.") : null);
        }
    }

    /// <returns>Null when there is a record; number 0 at the end of the file.</returns>
    private static CsvLine? Next(CsvReader csv, long first, long ended)
    {
        try
        {
            return csv.Read() ? null : new CsvLine(0, []);
        }
        catch (CsvFormatException tooLong)
        {
            return Unclosed(tooLong.LineNumber > 0 ? tooLong.LineNumber + first - 1 : ended);
        }
    }

    private static string[] FieldsOf(CsvReader csv)
    {
        var fields = new string[csv.FieldCount];
        for (var at = 0; at < fields.Length; at++) fields[at] = csv.GetString(at);
        return fields;
    }

    private static CsvLine Unclosed(long number) => new(number, [], "citattecken som aldrig avslutas. Raden är inte läst.");

    private Candidate HeaderBy(char separator)
    {
        try
        {
            using var text = OpenAt(headerLine);
            using var csv = CsvReader.Create(text, Options(separator, []));
            csv.ReadHeader();
            return new(separator, csv.Headers.Count, ImportHeader.Of([.. csv.Headers]));
        }
        catch (CsvFormatException)
        {
            return new(separator, 0, Problem.Invalid(new FieldError("File", "Filens första rad går inte att läsa. Spara den som CSV UTF-8 och försök igen.")));
        }
    }

    private char? SeparatorHint()
    {
        using var text = OpenAt(1);
        Span<char> start = stackalloc char[6];
        var read = text.ReadBlock(start);
        return read >= 5 && start[..4].Equals("sep=", StringComparison.OrdinalIgnoreCase) && (read == 5 || start[5] is '\r' or '\n') ? start[4] : null;
    }

    private StreamReader OpenAt(long line)
    {
        file.Position = 0;
        var text = new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        for (var skip = 1; skip < line; skip++) text.ReadLine();
        return text;
    }

    private static CsvReaderOptions Options(char separator, List<CsvMalformedRecord> malformed) => new()
    {
        Separator = separator, SkipEmptyLines = true, TrackLineNumbers = true, MaxRecordSize = LongestRecord, IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Recover, OnMalformedRecord = malformed.Add,
    };

    /// <summary>The header as one separator would have it.</summary>
    private sealed record Candidate(char Separator, int Width, Outcome<ImportHeader> Header);
}
