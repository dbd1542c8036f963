using IdeSluss.Sdk.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace IdeSluss.Platform.Pdf;

/// <summary>Where on which page one is. Text flows down the page and on to the next; the tags that were open stay open.</summary>
internal sealed class PdfFlow(PdfDocument pdf, StructureBuilder tags, Document document, int pageCount) : IDisposable
{
    /// <summary>Of the page's margins: 20 mm.</summary>
    public const double Left = 56.7;
    private const double Margin = Left;
    private const double Foot = 42;

    private static readonly XGraphics Measure = XGraphics.CreateMeasureContext(new XSize(595, 842), XGraphicsUnit.Point, XPageDirection.Downwards);
    private static readonly XPen Hair = new(XColor.FromArgb(0x77, 0x77, 0x77), 0.6);

    private PdfPage page = null!;
    private XGraphics? graphics;

    public StructureBuilder Tags => tags;

    public double Width { get; private set; }

    /// <summary>From the page's top to where the next line begins.</summary>
    public double Top { get; private set; } = double.MaxValue;

    /// <summary>Of a whole page.</summary>
    public double PageRoom => page.Height.Point - (2 * Margin) - Foot + 20;

    public bool IsFresh { get; private set; } = true;

    private double Bottom => page.Height.Point - Margin - Foot + 20;

    public void NewPage()
    {
        Finish();
        page = pdf.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        graphics = XGraphics.FromPdfPage(page);
        Width = page.Width.Point - (2 * Margin);
        Top = Margin;
        IsFresh = true;
    }

    /// <summary>Begins a new page unless this much is left.</summary>
    public bool Need(double height)
    {
        if (Top + height <= Bottom || IsFresh) return false;
        NewPage();
        return true;
    }

    public void Space(double height)
    {
        if (!IsFresh) Top += height;
    }

    /// <summary>Text in the element that is open, over as many pages as it takes.</summary>
    public void Write(string text, PdfLook look, double indent = 0)
    {
        foreach (var line in Wrap(text, look, Width - indent))
        {
            Need(look.Line);
            Draw(line, look, Left + indent, Top);
            Down(look.Line);
        }
    }

    /// <summary>Lines side by side with others: the place is the caller's, and there is room.</summary>
    public void WriteAt(IReadOnlyList<string> lines, PdfLook look, double left, double top)
    {
        foreach (var line in lines)
        {
            Draw(line, look, left, top);
            top += look.Line;
        }
    }

    public void Down(double height) => (Top, IsFresh) = (Top + height, false);

    /// <summary>A line that nobody needs to hear of.</summary>
    public void Rule(double left, double width)
    {
        tags.BeginArtifact();
        graphics!.DrawLine(Hair, left, Top, left + width, Top);
        tags.End();
    }

    /// <summary>Text for the eye alone, such as a table's head once more.</summary>
    public void Repeat(Action draw)
    {
        tags.BeginArtifact();
        draw();
        tags.End();
    }

    public PdfOutline Bookmark(string text) => new(text, page, true) { PageDestinationType = PdfPageDestinationType.Xyz, Left = 0, Top = page.Height.Point - Top + 10 };

    /// <summary>What lies over a place on the page, in the page's own measure from the bottom.</summary>
    public PdfRectangle Area(double left, double top, double width, double height) =>
        new(graphics!.Transformer.WorldToDefaultPage(new XRect(left, top, width, height)));

    public static double WidthOf(string text, PdfLook look) => Measure.MeasureString(text, look.Font).Width;

    /// <summary>Lines of at most this width. All but the last of a paragraph end with the space between words, so that nothing is read as one word.</summary>
    public static List<string> Wrap(string text, PdfLook look, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in PdfFonts.Writable(text).Trim().Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Broken(word, look, width)))
            {
                if (line.Length > 0 && WidthOf($"{line} {word}", look) > width)
                {
                    lines.Add(line + " ");
                    line = "";
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            lines.Add(line);
        }

        return lines;
    }

    public void Dispose() => Finish();

    /// <summary>A word that is wider than the line, such as an address, in pieces.</summary>
    private static IEnumerable<string> Broken(string word, PdfLook look, double width)
    {
        while (WidthOf(word, look) > width && word.Length > 1)
        {
            var fits = 1;
            while (fits < word.Length && WidthOf(word[..(fits + 1)], look) <= width) fits++;
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private void Draw(string line, PdfLook look, double left, double top)
    {
        if (line.Length > 0) graphics!.DrawString(line, look.Font, XBrushes.Black, left, top + (look.Line * 0.76));
    }

    /// <summary>The foot, which is the same everywhere and not read again on each page.</summary>
    private void Finish()
    {
        if (graphics is null) return;
        var number = $"{pdf.PageCount} ({pageCount})";
        var foot = string.Join(" · ", new[] { document.Sender, document.Reference }.OfType<string>().Select(PdfFonts.Writable));
        tags.BeginArtifact();
        Draw(foot, PdfLook.Small, Margin, page.Height.Point - Foot);
        Draw(number, PdfLook.Small, page.Width.Point - Margin - WidthOf(number, PdfLook.Small), page.Height.Point - Foot);
        tags.End();
        graphics.Dispose();
        graphics = null;
    }
}
