using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>One shape of a radar chart. The first is filled, the second dashed, so that they can be told apart without colour.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Values">One per axis, from 0; null where there is none, and the shape passes through the middle.</param>
public sealed record RadarSeries(string Name, IReadOnlyList<int?> Values);

/// <summary>Values along axes around a middle. For the eye alone: the page shows the same numbers in a table, whose rows are numbered as the axes are.</summary>
/// <example><code>&lt;radar-chart axes="Model.Names" series="Model.Series" highest="9" /&gt;</code></example>
[HtmlTargetElement("radar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadarChartTagHelper : TagHelper
{
    private const double Radius = 100;
    private const double Room = 130;

    /// <summary>Names of the axes, clockwise from the top; at least three.</summary>
    public required IReadOnlyList<string> Axes { get; set; }

    /// <summary>At most two.</summary>
    public required IReadOnlyList<RadarSeries> Series { get; set; }

    /// <summary>The value at the rim.</summary>
    public int Highest { get; set; } = 9;

    /// <summary>Values between the rings.</summary>
    public int Step { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var picture = SluiceShapes.Picture("radar-picture").With("viewBox", $"{SluiceShapes.At(-Room)} {SluiceShapes.At(-Room)} {SluiceShapes.At(2 * Room)} {SluiceShapes.At(2 * Room)}");
        for (var ring = Step; ring <= Highest; ring += Step) picture.Add(Polygon("radar-ring", Enumerable.Repeat((int?)ring, Axes.Count)));
        for (var axis = 0; axis < Axes.Count; axis++)
        {
            var (x, y) = Point(axis, Highest);
            picture.Add(SluiceShapes.Line("radar-axis", "0", "0", SluiceShapes.At(x), SluiceShapes.At(y)));
            var (numberX, numberY) = Point(axis, Highest * (Radius + 17) / Radius);
            picture.Add(Markup.Element("text", "radar-number").With("x", SluiceShapes.At(numberX)).With("y", SluiceShapes.At(numberY + 5)).With("text-anchor", "middle").Say($"{axis + 1}"));
        }

        for (var at = 0; at < Series.Count; at++)
        {
            picture.Add(Polygon(at == 0 ? "radar-first" : "radar-second", Series[at].Values));
            if (at == 0)
                for (var axis = 0; axis < Axes.Count; axis++)
                    if (Series[at].Values[axis] is { } value) { var (x, y) = Point(axis, value); picture.Add(SluiceShapes.Circle("radar-point", x, y, 4)); }
        }

        var legend = Markup.Element("ul", "radar-legend");
        for (var at = 0; at < Series.Count; at++)
            legend.Add(Markup.Element("li").Add(SluiceShapes.Picture("radar-swatch").With("viewBox", "0 0 24 16").Add(SluiceShapes.Path(at == 0 ? "radar-first" : "radar-second", "M2 14 L12 2 L22 14 Z"))).Add(Markup.Element("span").Say(Series[at].Name)));
        var names = Markup.Element("ol", "radar-names");
        foreach (var name in Axes) names.Add(Markup.Element("li").Say(name));
        output.Become(Markup.Element("div", "radar").With("aria-hidden", "true").Add(picture).Add(Markup.Element("div").Add(legend).Add(names)));
    }

    private TagBuilder Polygon(string css, IEnumerable<int?> values) =>
        Markup.Element("polygon", css).With("points", string.Join(' ', values.Select((value, axis) => Point(axis, value ?? 0)).Select(point => $"{SluiceShapes.At(point.X)},{SluiceShapes.At(point.Y)}")));

    private (double X, double Y) Point(int axis, double value)
    {
        var angle = 2 * Math.PI * axis / Axes.Count - Math.PI / 2;
        return (Math.Cos(angle) * Radius * value / Highest, Math.Sin(angle) * Radius * value / Highest);
    }
}
