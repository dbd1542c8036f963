using IdeSluss.Platform.Pdf;
using IdeSluss.Sdk.Documents;
using IdeSluss.TestKit;
using Xunit;

namespace IdeSluss.Platform.Tests.Pdf;

public sealed class PdfWriterTests
{
    private static readonly string LongText = string.Join(' ', Enumerable.Repeat("Nämnden föreslås besluta att pröva åtgärden på Öjeby äldreboende under våren.", 12));

    private static TaggedPdf Written(string title, params DocumentPart[] parts) => TaggedPdf.Read(Bytes(new(title, "sv", parts) { Sender = "Påhittad kommun", Reference = "25IDE142" }));

    private static byte[] Bytes(Document document) => new PdfWriter(TimeProvider.System).Write(document);

    [Fact]
    public void Every_kind_of_part_is_tagged_as_what_it_is_in_reading_order()
    {
        var pdf = Written("Åtgärder: A & B <prov>",
            new Paragraph("I korthet", ParagraphStyle.Lead),
            new KeyValues([new("Ärende", "25IDE142"), new("Inget än", "")]),
            new Heading(2, "Bakgrund"), new Paragraph("Åäö – ½ → ŋ"),
            new Heading(3, "Alternativ"), new ItemList(["Ett", "Två"]), new ItemList(["Först", "Sedan"], ItemMarks.Numbers), new ItemList(["Ja", "Nej"], ItemMarks.Boxes),
            new Table("Kostnader", ["Post", "Belopp"], [["Personal", "10 000 kr"], ["Resor", ""]]),
            new Link("Kontrollera", "https://exempel.se/intyg/1"), new AnswerSpace(3), new SignatureLines(["Ordförande"]));

        pdf.AssertAccessible("Åtgärder: A & B <prov>");
        Assert.Equal(["Bakgrund"], pdf.Of("H2"));
        Assert.Equal(["Alternativ"], pdf.Of("H3"));
        Assert.Equal(["Åtgärder: A & B <prov>", "Bakgrund", "Alternativ"], pdf.Bookmarks);
        Assert.Equal(["•", "•", "1.", "2.", "☐", "☐"], pdf.Of("Lbl"));
        Assert.Equal(["Ett", "Två", "Först", "Sedan", "Ja", "Nej"], pdf.Of("LBody"));
        Assert.Equal(["Ärende", "Inget än", "Post", "Belopp"], pdf.Of("TH"));
        Assert.Equal(["25IDE142", "Personal", "10 000 kr", "Resor"], pdf.Of("TD"));
        Assert.Equal(4, pdf.Structure.Count(tag => tag == "TD") - 2);
        Assert.Equal(["https://exempel.se/intyg/1"], pdf.Of("Link"));
        Assert.Equal(["Påhittad kommun", "I korthet", "Åäö – ½ → ŋ", "Kostnader", "Kontrollera", "Ordförande"], pdf.Of("P"));
    }

    [Fact]
    public void A_text_over_several_pages_is_one_paragraph_with_every_word_apart()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2000).Select(number => $"ord{number}"));
        var pdf = Written("Långt", new Paragraph(text));
        Assert.True(pdf.Pages > 1);
        Assert.Contains(text, pdf.Of("P"));
    }

    [Fact]
    public void A_table_over_several_pages_reads_its_head_once()
    {
        var pdf = Written("Tabell", new Table("Många", ["Nummer", "Text"], [.. Enumerable.Range(1, 200).Select(row => (IReadOnlyList<string>)[$"{row}", row % 9 == 0 ? LongText : "Kort"])]));
        pdf.AssertAccessible("Tabell");
        Assert.True(pdf.Pages > 4);
        Assert.Equal(["Nummer", "Text"], pdf.Of("TH"));
        Assert.Equal(400, pdf.Of("TD").Count);
    }

    [Fact]
    public void A_row_that_no_page_holds_goes_on_over_the_pages()
    {
        var pdf = Written("Hög rad", new KeyValues([new("Allt", string.Join('\n', Enumerable.Repeat(LongText, 9)))]));
        Assert.True(pdf.Pages > 1);
        Assert.Equal(9 * 12, pdf.Of("TD").Single().Split("Nämnden").Length - 1);
        Assert.Equal(0, pdf.Untagged);
    }

    [Fact]
    public void What_the_font_lacks_is_marked_and_what_has_no_sign_of_its_own_falls_away() =>
        Assert.Contains("A□ BC", Written("Tecken", new Paragraph("A😀\tB\u200D\u00AD\u0007C")).Of("P"));

    [Fact]
    public void A_word_wider_than_the_page_is_broken_and_not_cut()
    {
        var address = "https://exempel.se/" + new string('a', 300);
        Assert.Equal(address, string.Concat(Written("Adress", new Link("Hit", address)).Of("Link")));
    }

    [Fact]
    public void A_part_in_another_language_says_so()
    {
        var bytes = Bytes(new("Svensk titel", "sv", [new Paragraph("In English") { Language = "en" }]));
        Assert.Contains("/Lang(en)", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_breaks_the_document_is_refused_in_words()
    {
        Assert.Contains("heading's level", Assert.Throws<ArgumentException>(() => Written("Fel", new Heading(1, "Två titlar"))).Message, StringComparison.Ordinal);
        Assert.Contains("Kostnader", Assert.Throws<ArgumentException>(() => Written("Fel", new Table("Kostnader", ["A", "B"], [["en"]]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Written("Fel", new Link("Hit", "javascript:alert(1)")));
    }

    /// <summary>The library keeps fonts for the whole process.</summary>
    [Fact]
    public void Documents_written_at_the_same_time_do_not_disturb_each_other() =>
        Parallel.For(0, 12, number =>
        {
            var pdf = Written($"Dokument {number}", new Heading(2, $"Avsnitt {number}"), new Paragraph(LongText));
            pdf.AssertAccessible($"Dokument {number}");
            Assert.Equal([$"Avsnitt {number}"], pdf.Of("H2"));
        });
}
