using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>Values along a scale: a mark for each, a bar from the lowest to the highest, and the mean as a line across. For the eye alone: the page says the same numbers in words beside it.</summary>
/// <example><code>&lt;spread-line values="Model.Scores" mean="3.4" lowest="1" highest="5" /&gt;</code></example>
[HtmlTargetElement("spread-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SpreadLineTagHelper : TagHelper
{
    private const double Width = 200;
    private const double Middle = 14;
    private const double Side = 10;

    public required IReadOnlyList<decimal> Values { get; set; }

    public decimal? Mean { get; set; }

    /// <summary>The scale's first value.</summary>
    public decimal Lowest { get; set; } = 1;

    /// <summary>The scale's last value.</summary>
    public decimal Highest { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var picture = SluiceShapes.Picture("spread-picture").With("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width + 2 * Side} 28"));
        picture.Add(SluiceShapes.Line("spread-scale", At(Lowest), SluiceShapes.At(Middle), At(Highest), SluiceShapes.At(Middle)));
        for (var step = Math.Ceiling(Lowest); step <= Highest; step++) picture.Add(SluiceShapes.Line("spread-scale", At(step), SluiceShapes.At(Middle - 4), At(step), SluiceShapes.At(Middle + 4)));
        if (Values.Count > 0) picture.Add(SluiceShapes.Line("spread-range", At(Values.Min()), SluiceShapes.At(Middle), At(Values.Max()), SluiceShapes.At(Middle)));
        // Those who agree lie on top of each other: they are lifted a little.
        foreach (var same in Values.GroupBy(value => value))
            for (var at = 0; at < same.Count(); at++) picture.Add(SluiceShapes.Circle("spread-mark", Place(same.Key), Middle - at * 3, 5));
        if (Mean is { } mean) picture.Add(SluiceShapes.Line("spread-mean", At(mean), "1", At(mean), "27"));
        output.Become(picture);
    }

    private double Place(decimal value) => Side + (double)((value - Lowest) / (Highest - Lowest)) * Width;

    private string At(decimal value) => SluiceShapes.At(Place(value));
}
