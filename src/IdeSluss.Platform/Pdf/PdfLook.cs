using PdfSharp.Drawing;

namespace IdeSluss.Platform.Pdf;

/// <summary>How a kind of text looks. Sizes in points: large enough to read on paper held at arm's length, black on white.</summary>
internal sealed record PdfLook(XFont Font, double Line, double After)
{
    public static PdfLook Body { get; } = Of(10.5, 15, 8);
    public static PdfLook Strong { get; } = Of(10.5, 15, 8, strong: true);
    public static PdfLook Lead { get; } = Of(13, 18.5, 12);
    public static PdfLook Small { get; } = Of(9, 12.5, 6);
    public static PdfLook Title { get; } = Of(22, 27, 10, strong: true);

    public static PdfLook Heading(int level) => level switch
    {
        2 => Of(15, 19, 5, strong: true),
        3 => Of(12, 16, 4, strong: true),
        _ => Of(10.5, 15, 3, strong: true),
    };

    private static PdfLook Of(double size, double line, double after, bool strong = false) => new(PdfFonts.Of(size, strong), line, after);
}
