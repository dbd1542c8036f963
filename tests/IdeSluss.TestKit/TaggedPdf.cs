using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace IdeSluss.TestKit;

/// <summary>A PDF as a screen reader meets it, read by another library than the one that wrote it.</summary>
/// <param name="Elements">What holds text, in reading order: the tag and what it says.</param>
/// <param name="Structure">Every tag in reading order.</param>
/// <param name="Untagged">Letters that are neither tagged nor marked as decoration.</param>
/// <param name="FontsOutside">Fonts that are not embedded.</param>
public sealed record TaggedPdf(
    string Title, string? Language, bool Marked, bool ShowsTitle, bool SaysPdfUa, int Pages, IReadOnlyList<(string Tag, string Text)> Elements, IReadOnlyList<string> Structure, IReadOnlyList<string> Bookmarks, int Untagged, IReadOnlyList<string> FontsOutside)
{
    /// <summary>All that is read aloud.</summary>
    public string Text => string.Join('\n', Elements.Select(element => element.Text));

    public IReadOnlyList<string> Of(string tag) => [.. Elements.Where(element => element.Tag == tag).Select(element => element.Text)];

    /// <summary>What must hold of every document: title, language, tags, bookmarks, fonts, and no text outside the structure.</summary>
    public void AssertAccessible(string title, string language = "sv")
    {
        Xunit.Assert.Equal(title, Title);
        Xunit.Assert.Equal(language, Language);
        Xunit.Assert.True(Marked && ShowsTitle && SaysPdfUa, "tagged, showing its title and saying PDF/UA");
        Xunit.Assert.Equal(title, Xunit.Assert.Single(Of("H1")));
        Xunit.Assert.Equal(title, Bookmarks[0]);
        Xunit.Assert.Equal(0, Untagged);
        Xunit.Assert.Empty(FontsOutside);
    }

    public static TaggedPdf Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        var reading = new Reading(pdf);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        var elements = new List<(string, string)>();
        var structure = new List<string>();
        reading.Walk(reading.Entry(reading.Entry(catalog, "StructTreeRoot") as DictionaryToken, "K"), null, structure, elements);
        var bookmarks = pdf.TryGetBookmarks(out var found) ? found.GetNodes().Select(node => node.Title).ToList() : [];
        var xmp = pdf.TryGetXmpMetadata(out var metadata) ? XDocument.Load(new MemoryStream([.. metadata.GetXmlBytes()])) : null;
        return new(pdf.Information.Title ?? "", (reading.Entry(catalog, "Lang") as StringToken)?.Data,
            reading.Entry(reading.Entry(catalog, "MarkInfo") as DictionaryToken, "Marked") is BooleanToken { Data: true },
            reading.Entry(reading.Entry(catalog, "ViewerPreferences") as DictionaryToken, "DisplayDocTitle") is BooleanToken { Data: true },
            xmp?.Descendants("{http://www.aiim.org/pdfua/ns/id/}part").SingleOrDefault()?.Value == "1" && xmp.Descendants("{http://purl.org/dc/elements/1.1/}title").Single().Value.Trim() == pdf.Information.Title,
            pdf.NumberOfPages, elements, structure, bookmarks,
            pdf.GetPages().Sum(page => page.Letters.Count - page.GetMarkedContents().Sum(Letters)), reading.FontsOutside());
    }

    private static int Letters(MarkedContentElement content) => content.Letters.Count + content.Children.Sum(Letters);

    private sealed class Reading(PdfDocument pdf)
    {
        private readonly Dictionary<(int Page, int Id), string> marked = pdf.GetPages().SelectMany(page => All(page.GetMarkedContents()).Where(content => !content.IsArtifact && content.MarkedContentIdentifier >= 0)
            .Select(content => (Key: (page.Number, content.MarkedContentIdentifier), Text: string.Concat(content.Letters.Select(letter => letter.Value))))).ToDictionary(one => one.Key, one => one.Text);

        private Dictionary<IndirectReference, int>? pages;

        public IToken? Entry(DictionaryToken? dictionary, string name) => dictionary is not null && dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(token) : null;

        public void Walk(IToken? kid, int? page, List<string> structure, List<(string, string)> elements)
        {
            switch (kid)
            {
                case ArrayToken kids:
                    foreach (var one in kids.Data) Walk(Resolve(one), page, structure, elements);
                    break;
                case DictionaryToken element when Entry(element, "S") is NameToken tag:
                    structure.Add(tag.Data);
                    var own = PageOf(element) ?? page;
                    var text = Said(Entry(element, "K"), own);
                    if (text.Length > 0) elements.Add((tag.Data, text.Trim()));
                    Walk(Entry(element, "K"), own, structure, elements);
                    break;
            }
        }

        public IReadOnlyList<string> FontsOutside() =>
            [.. pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName ?? "").Distinct().Where(name => !Regex.IsMatch(name, "^[A-Z]{6}\\+"))];

        /// <summary>What stands directly in an element.</summary>
        private string Said(IToken? kid, int? page) => kid switch
        {
            NumericToken id when page is { } own => marked.GetValueOrDefault((own, id.Int), ""),
            ArrayToken kids => kids.Data.Aggregate(new StringBuilder(), (all, one) => all.Append(Resolve(one) is DictionaryToken inner && Entry(inner, "S") is not null ? "" : Said(Resolve(one), page)), all => all.ToString()),
            DictionaryToken reference when Entry(reference, "MCID") is NumericToken id && (PageOf(reference) ?? page) is { } own => marked.GetValueOrDefault((own, id.Int), ""),
            _ => "",
        };

        private static IEnumerable<MarkedContentElement> All(IEnumerable<MarkedContentElement> contents) => contents.SelectMany(content => All(content.Children).Prepend(content));

        private int? PageOf(DictionaryToken element)
        {
            if (!element.TryGet(NameToken.Create("Pg"), out var token) || token is not IndirectReferenceToken page) return null;
            if (pages is null)
            {
                pages = [];
                Number(((IndirectReferenceToken)pdf.Structure.Catalog.CatalogDictionary.Data["Pages"]).Data, pages);
            }

            return pages[page.Data];
        }

        private void Number(IndirectReference node, Dictionary<IndirectReference, int> numbered)
        {
            if (Entry(pdf.Structure.GetObject(node).Data as DictionaryToken, "Kids") is not ArrayToken kids) numbered[node] = numbered.Count + 1;
            else foreach (var kid in kids.Data.OfType<IndirectReferenceToken>()) Number(kid.Data, numbered);
        }

        private IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;
    }
}
