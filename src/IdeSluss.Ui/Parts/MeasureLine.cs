using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>A bar for a number, with an interval as a thinner line across its end where there is one. For the eye alone: the number stands beside it.</summary>
/// <example><code>&lt;measure-line value="42" highest-of-all="60" /&gt;</code></example>
[HtmlTargetElement("measure-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeasureLineTagHelper : TagHelper
{
    private const double Width = 200;

    public decimal Value { get; set; }

    /// <summary>The number that fills the whole width.</summary>
    public decimal HighestOfAll { get; set; } = 100;

    /// <summary>The interval's ends.</summary>
    public decimal? Lowest { get; set; }

    public decimal? Highest { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var picture = SluiceShapes.Picture("measure-picture").With("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width + 4} 24"));
        picture.Add(SluiceShapes.Rectangle("measure-bar", 0, 5, Place(Value), 14, 2));
        if (Lowest is { } lowest && Highest is { } highest)
            picture.Add(SluiceShapes.Line("measure-range", At(lowest), "12", At(highest), "12")).Add(SluiceShapes.Line("measure-range", At(lowest), "7", At(lowest), "17")).Add(SluiceShapes.Line("measure-range", At(highest), "7", At(highest), "17"));
        output.Become(picture);
    }

    private double Place(decimal value) => HighestOfAll <= 0 ? 0 : (double)Math.Clamp(value / HighestOfAll, 0, 1) * Width;

    private string At(decimal value) => SluiceShapes.At(1 + Place(value));
}
