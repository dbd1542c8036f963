using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <param name="Name">Below the columns, short: <c>kv 3</c>.</param>
/// <param name="First">Filled; null where it is not told, which is drawn as a dashed gap.</param>
/// <param name="Second">Hatched, beside the first.</param>
public sealed record ChartColumn(string Name, int? First, int? Second = null)
{
    /// <summary>On a second line; the same as of the one before is not said again.</summary>
    public string? Below { get; init; }
}

/// <summary>Two numbers for each point in time, as columns beside each other. For the eye alone: a table beside it has the same numbers. The second is an outline, so that they can be told apart without colour.</summary>
/// <example><code>&lt;column-chart columns="Model.Quarters" first="@L["Kom in"]" second="@L["Genomfördes"]" untold="@L["visas inte"]" /&gt;</code></example>
[HtmlTargetElement("column-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnChartTagHelper : TagHelper
{
    private const double Height = 140;
    private const double Group = 62;
    private const double Column = 22;
    private const double Left = 34;

    public required IReadOnlyList<ChartColumn> Columns { get; set; }

    /// <summary>What the first column of each is, in the reader's language.</summary>
    public required string First { get; set; }

    public required string Second { get; set; }

    /// <summary>What a dashed gap means, in the reader's language.</summary>
    public required string Untold { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Even, so that the line halfway is a whole number.
        var highest = Math.Max(2, Columns.Max(column => Math.Max(column.First ?? 0, column.Second ?? 0)));
        highest += highest % 2;
        var width = Left + (Columns.Count * Group);
        var picture = SluiceShapes.Picture("column-picture").With("viewBox", $"0 0 {SluiceShapes.At(width)} {SluiceShapes.At(Height + 48)}");
        foreach (var part in new[] { 0, 0.5, 1 })
        {
            var y = Y(highest * part, highest);
            picture.Add(SluiceShapes.Line("column-line", SluiceShapes.At(Left), SluiceShapes.At(y), SluiceShapes.At(width), SluiceShapes.At(y)));
            picture.Add(Number(Left - 6, y + 4, "end", $"{Math.Round(highest * part)}"));
        }

        for (var at = 0; at < Columns.Count; at++)
        {
            var left = Left + (at * Group) + 8;
            picture.Add(Shape("column-first", left, Columns[at].First, highest)).Add(Shape("column-second", left + Column + 2, Columns[at].Second, highest));
            picture.Add(Number(left + Column + 1, Height + 26, "middle", Columns[at].Name));
            if (Columns[at].Below is { } below && (at == 0 || Columns[at - 1].Below != below)) picture.Add(Number(left + Column + 1, Height + 42, "middle", below));
        }

        output.Become(Markup.Element("div", "columns").With("aria-hidden", "true").Add(picture).Add(Markup.Element("ul", "radar-legend").Add(Key("column-first", First)).Add(Key("column-second", Second)).Add(Columns.Any(column => column.First is null || column.Second is null) ? Key("column-untold", Untold) : null)));
    }

    private static TagBuilder Shape(string css, double x, int? value, int highest) =>
        value is { } told ? SluiceShapes.Rectangle(css, x, Y(told, highest), Column, Height + 8 - Y(told, highest), 1) : SluiceShapes.Rectangle("column-untold", x, Height - 4, Column, 12);

    private static TagBuilder Key(string css, string name) =>
        Markup.Element("li").Add(SluiceShapes.Picture("radar-swatch").With("viewBox", "0 0 24 16").Add(SluiceShapes.Rectangle(css, 4, 1, 16, 14))).Add(Markup.Element("span").Say(name));

    private static TagBuilder Number(double x, double y, string anchor, string text) => Markup.Element("text", "column-number").With("x", SluiceShapes.At(x)).With("y", SluiceShapes.At(y)).With("text-anchor", anchor).Say(text);

    private static double Y(double value, int highest) => 8 + Height - (value / highest * Height);
}
