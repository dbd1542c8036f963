using CsvHelper;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <summary>
/// Writes rows to a stream as they come and keeps none. A text that a spreadsheet would run as a formula (<c>= + - @</c>, tab, line break) gets an apostrophe before it,
/// which is taken away when the file is read in.
/// </summary>
internal sealed class ExportWriter(Stream stream, ExportFormat format) : IAsyncDisposable
{
    private readonly bool forPeople = format == ExportFormat.Spreadsheet;
    private readonly CsvWriter csv = CsvWriter.Create(
        stream, CsvWriterOptions.Default with { Separator = format == ExportFormat.Spreadsheet ? ';' : ',', WriteByteOrderMark = format == ExportFormat.Spreadsheet, Injection = CsvInjection.Escape }, leaveOpen: true);

    public ValueTask HeaderAsync(IEnumerable<ExportColumn> columns, CancellationToken cancellationToken)
    {
        foreach (var column in columns) csv.WriteField(forPeople ? column.Name : column.Code);
        return csv.EndRecordAsync(cancellationToken);
    }

    public ValueTask RowAsync(IEnumerable<ExportValue> values, CancellationToken cancellationToken)
    {
        foreach (var value in values) csv.WriteField(forPeople ? value.ForPeople : value.ForPrograms);
        return csv.EndRecordAsync(cancellationToken);
    }

    /// <summary>What is written so far goes to the receiver.</summary>
    public ValueTask FlushAsync(CancellationToken cancellationToken) => csv.FlushAsync(cancellationToken);

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}
