using System.Text;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;

namespace IdeSluss.Ideas.Tests.ImportIdeas;

public sealed class CsvLinesTests
{
    [Theory]
    [InlineData("idé;rubrik\nEn bänk, här;Bänk")]
    [InlineData("text,title\n\"En bänk, här\",Bänk")]
    [InlineData("Idé\tRUBRIK\nEn bänk, här\tBänk")]
    [InlineData("sep=;\nidé;rubrik\nEn bänk, här;Bänk")]
    [InlineData("idé;rubrik\nEn bänk, här;Bänk\na, b, c\nd, e, \"\"f\"\", g\"\nh, i\n")]
    public void The_separator_and_the_headers_are_found_in_both_languages(string csv)
    {
        var (header, lines) = Read(csv);
        Assert.Equal(("En bänk, här", "Bänk"), (header.Value(lines[0].Fields, ImportColumn.Text), header.Value(lines[0].Fields, ImportColumn.Title)));
    }

    [Fact]
    public void Quotes_and_line_breaks_belong_to_the_field_and_lines_are_counted_as_an_editor_does()
    {
        var (_, lines) = Read("idé;rubrik\n\"En bänk\noch \"\"ett\"\" bord; här\";Bänk\r\n\n5\" skruv;Skruv\n");
        Assert.Equal([(2, "En bänk\noch \"ett\" bord; här"), (5, "5\" skruv")], lines.Select(line => (line.Number, line.Fields[0])));
        Assert.All(lines, line => Assert.Null(line.Fault));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_only()
    {
        var (_, lines) = Read("idé;rubrik\nEn;Bänk\n\"Två;Bord\nTre;Stol\nFyra;Lampa\n");
        Assert.Equal([2, 3, 4, 5], lines.Select(line => line.Number));
        Assert.Equal("citattecken som aldrig avslutas. Raden är inte läst.", lines[1].Fault?.Key);
        Assert.Equal(["En", "Tre", "Fyra"], lines.Where(line => line.Fault is null).Select(line => line.Fields[0]));
    }

    [Fact]
    public void A_quote_that_swallows_other_rows_gives_them_back()
    {
        var (_, lines) = Read("idé;rubrik\n\"Ett;Bänk\nTvå;\"Bord\"\nTre;Stol\n");
        Assert.Equal([2, 3, 4], lines.Select(line => line.Number));
        Assert.Equal(["Två", "Tre"], lines.Where(line => line.Fault is null).Select(line => line.Fields[0]));
    }

    [Fact]
    public void A_large_file_with_an_unclosed_quote_is_read_in_little_memory()
    {
        var csv = new StringBuilder("idé;rubrik\n\"Ett;Bänk\n");
        for (var row = 0; row < 20_000; row++) csv.Append("Många ord om en bänk vid kanalen;Bänk\n");
        var (_, lines) = Read(csv.ToString());
        Assert.Equal(20_001, lines.Count);
        Assert.Single(lines, line => line.Fault is not null);
    }

    [Fact]
    public void A_file_of_nothing_but_broken_quotes_is_given_up()
    {
        var (_, lines) = Read("idé;rubrik\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"\"Rad {row}\" x;\"y\n")));
        Assert.True(lines.Count is > 10 and < 300, $"{lines.Count}");
        Assert.StartsWith("Filen har för många trasiga citattecken.", lines[^1].Fault!.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubrik;plats\nx;y", "Filens första rad ska vara rubriker")]
    [InlineData("idé,Text\nx,y", "Kolumnen {0} finns två gånger.")]
    public void A_file_without_its_one_column_is_refused(string csv, string message) =>
        Assert.StartsWith(message, Open(csv).ReadHeader().Problem!.Errors[0].Message.Key, StringComparison.Ordinal);

    private static CsvLines Open(string csv) => new(new MemoryStream(Encoding.UTF8.GetBytes(csv)), TextEncoding.Utf8);

    private static (ImportHeader Header, List<CsvLine> Lines) Read(string csv)
    {
        var lines = Open(csv);
        var header = lines.ReadHeader().Value!;
        return (header, [.. lines.Read()]);
    }
}
