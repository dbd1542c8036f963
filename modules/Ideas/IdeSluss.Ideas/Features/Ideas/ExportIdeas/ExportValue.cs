using System.Globalization;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <summary>One cell: data for programs, and words for people where they differ.</summary>
/// <param name="Data">Null, text, a whole number, a day or a moment.</param>
internal readonly record struct ExportValue(object? Data, string? Words = null)
{
    /// <summary>As someone in Sweden reads it in a spreadsheet.</summary>
    public string? ForPeople => Words is { Length: > 0 } said ? said : Data switch
    {
        DateTimeOffset moment => moment.ToStockholm().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => ForPrograms,
    };

    /// <summary>Codes as they are stored, days and moments by ISO 8601, moments in UTC.</summary>
    public string? ForPrograms => Data switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString(ImportIdeas.RowMoments.Utc, CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Data as string,
    };
}

/// <summary>How a file is written. Both can be read in again.</summary>
internal enum ExportFormat
{
    /// <summary>Commas, codes, English headers.</summary>
    Csv,

    /// <summary>CSV as a spreadsheet in Swedish opens it: semicolons, words, Swedish headers, a byte order mark.</summary>
    Spreadsheet,
}
