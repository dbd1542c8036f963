using CsvHelper;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>A file to fill in: every column, a historic idea and a new one. Written as a spreadsheet in Swedish expects it.</summary>
internal static class ImportTemplate
{
    public static byte[] Csv()
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. ImportColumn.All.Select(column => column.Name)]);
            csv.WriteRecord([.. ImportColumn.All.Select(column => column.Example)]);
            csv.WriteRecord([.. ImportColumn.All.Select(column => column == ImportColumn.Text ? "Odlingslådor vid skolan." : column == ImportColumn.Received ? "2020-02-03" : column == ImportColumn.Id ? "2020-0007" : "")]);
        }

        return bytes.ToArray();
    }
}
