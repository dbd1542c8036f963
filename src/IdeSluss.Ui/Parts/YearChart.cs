using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <param name="Year">0 is the start.</param>
public sealed record YearBar(int Year, decimal Value, decimal Lowest, decimal Highest);

/// <summary>A sum year by year above and below nothing, with an interval across each end. For the eye alone: the page has the same numbers in a table beside it. Below nothing the bars are empty with a broken edge, so that colour is not needed.</summary>
/// <example><code>&lt;year-chart bars="Model.Bars" /&gt;</code></example>
[HtmlTargetElement("year-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class YearChartTagHelper : TagHelper
{
    private const double Width = 340;
    private const double Height = 170;
    private const double Foot = 20;
    private const int MostNumbers = 11;

    /// <summary>By year, from the start.</summary>
    public required IReadOnlyList<YearBar> Bars { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Bars.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var (top, bottom) = (Math.Max(0, Bars.Max(bar => Math.Max(bar.Value, bar.Highest))), Math.Min(0, Bars.Min(bar => Math.Min(bar.Value, bar.Lowest))));
        var span = top == bottom ? 1 : top - bottom;
        double Y(decimal value) => (double)((top - value) / span) * Height;
        var (step, zero) = (Width / Bars.Count, Y(0));
        var picture = SluiceShapes.Picture("year-picture").With("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 -6 {Width} {Height + Foot + 8}"));
        for (var at = 0; at < Bars.Count; at++)
        {
            var (bar, middle) = (Bars[at], (at + 0.5) * step);
            picture.Add(SluiceShapes.Rectangle(bar.Value < 0 ? "year-bar year-below" : "year-bar", middle - step * 0.3, Math.Min(zero, Y(bar.Value)), step * 0.6, Math.Abs(Y(bar.Value) - zero)));
            if (bar.Lowest != bar.Highest) Whisker(picture, middle, Y(bar.Lowest), Y(bar.Highest), step * 0.14);
            if (at % ((Bars.Count + MostNumbers - 1) / MostNumbers) == 0)
                picture.Add(Markup.Element("text", "year-number").With("x", SluiceShapes.At(middle)).With("y", SluiceShapes.At(Height + Foot - 4)).With("text-anchor", "middle").Say(bar.Year.ToString(CultureInfo.InvariantCulture)));
        }

        picture.Add(SluiceShapes.Line("year-zero", "0", SluiceShapes.At(zero), SluiceShapes.At(Width), SluiceShapes.At(zero)));
        picture.Add(Markup.Element("text", "year-number").With("x", "0").With("y", SluiceShapes.At(zero < 14 ? zero + 13 : zero - 4)).Say("0"));
        output.Become(picture);
    }

    private static void Whisker(TagBuilder picture, double x, double low, double high, double half)
    {
        picture.Add(SluiceShapes.Line("year-range", SluiceShapes.At(x), SluiceShapes.At(low), SluiceShapes.At(x), SluiceShapes.At(high)));
        foreach (var y in new[] { low, high }) picture.Add(SluiceShapes.Line("year-range", SluiceShapes.At(x - half), SluiceShapes.At(y), SluiceShapes.At(x + half), SluiceShapes.At(y)));
    }
}
