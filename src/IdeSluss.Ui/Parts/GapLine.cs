using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>A difference with its interval, on a line whose middle is no difference. For the eye alone: the numbers stand beside it.</summary>
/// <example><code>&lt;gap-line value="-4.2" lowest="-11.0" highest="2.8" /&gt;</code></example>
[HtmlTargetElement("gap-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GapLineTagHelper : TagHelper
{
    private const double Half = 150;

    public decimal Value { get; set; }

    public decimal Lowest { get; set; }

    public decimal Highest { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // To the next ten, so that pictures of several periods are alike.
        var most = Math.Max(10, Math.Ceiling(Math.Max(Math.Abs(Lowest), Math.Abs(Highest)) / 10) * 10);
        string At(decimal value) => SluiceShapes.At(10 + Half + ((double)(value / most) * Half));
        var picture = SluiceShapes.Picture("gap-picture").With("viewBox", "0 0 320 44");
        picture.Add(SluiceShapes.Line("column-line", "10", "18", "310", "18")).Add(SluiceShapes.Line("gap-none", At(0), "2", At(0), "30"));
        picture.Add(SluiceShapes.Line("measure-range", At(Lowest), "18", At(Highest), "18")).Add(SluiceShapes.Line("measure-range", At(Lowest), "11", At(Lowest), "25")).Add(SluiceShapes.Line("measure-range", At(Highest), "11", At(Highest), "25"));
        picture.Add(SluiceShapes.Circle("gap-mark", 10 + Half + ((double)(Value / most) * Half), 18, 6));
        foreach (var (place, text) in new[] { (-most, $"−{most:0}"), (0m, "0"), (most, $"+{most:0}") })
            picture.Add(Markup.Element("text", "column-number").With("x", At(place)).With("y", "42").With("text-anchor", place < 0 ? "start" : place > 0 ? "end" : "middle").Say(text));
        output.Become(picture);
    }
}
