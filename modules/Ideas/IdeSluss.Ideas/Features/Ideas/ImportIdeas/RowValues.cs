using System.Globalization;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Column = IdeSluss.Ideas.Features.Ideas.ImportIdeas.ImportColumn;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>The values of one record by column, and where what is wrong with them is written down.</summary>
internal sealed class RowValues(ImportHeader header, CsvLine line, List<RowError> errors)
{
    /// <summary>It can be read at all and has as many fields as the header.</summary>
    public bool IsWhole
    {
        get
        {
            if (line.Fault is { } fault) errors.Add(new(line.Number, null, fault));
            else if (line.Fields.Length < header.Width || line.Fields.Skip(header.Width).Any(extra => extra.Length > 0))
                errors.Add(new(line.Number, null, new Text("raden har {0} fält och rubrikraden {1}. Saknas ett citattecken eller ett skiljetecken?", line.Fields.Length, header.Width)));
            return errors.Count == 0;
        }
    }

    public string? Value(Column column) => header.Value(line.Fields, column);

    public void Wrong(Column column, Text message) => errors.Add(new(line.Number, column.Name, message));

    /// <summary>What a field stands for; null when it is empty, and when it stands for nothing, which is then an error.</summary>
    public T? Known<T>(Column column, Func<string, T?> find, Text otherwise)
    {
        if (Value(column)?.Trim() is not { } text) return default;
        if (find(text) is { } found) return found;
        Wrong(column, otherwise);
        return default;
    }

    public string? OneLine(Column column, int most)
    {
        var text = SubmittedText.Line(Value(column));
        if (text?.Length > most) Wrong(column, new Text("texten får vara högst {0} tecken.", most));
        return text;
    }
}

internal static class RowWords
{
    public static bool? Of(string text, string[] yes, string[] no) =>
        yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true : no.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : null;
}

internal static class RowMoments
{
    private static readonly DateOnly Earliest = new(1970, 1, 1);

    /// <summary>As files for programs have it.</summary>
    public const string Utc = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>A Swedish day, a moment of one, or a moment in UTC with its Z.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day < Earliest ? null : day.StartInStockholm();
        if (DateTimeOffset.TryParseExact(text, Utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var utc)) return utc.StockholmDay() < Earliest ? null : utc;
        return DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && DateOnly.FromDateTime(moment) >= Earliest
            ? new DateTimeOffset(moment, StockholmTime.Zone.GetUtcOffset(moment)).ToUniversalTime()
            : null;
    }
}
