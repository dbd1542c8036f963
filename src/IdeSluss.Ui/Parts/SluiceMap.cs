using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>How the water of a part is drawn: so that four kinds can be told apart without colour.</summary>
public enum SluiceWater
{
    /// <summary>All is well: even.</summary>
    Calm,

    /// <summary>Waves.</summary>
    Moving,

    /// <summary>Hatched.</summary>
    Troubled,

    /// <summary>Dotted: nothing moves.</summary>
    Still,
}

/// <summary>What one kind of water means, in the reader's language.</summary>
/// <param name="Alarm">Coloured as something to act on.</param>
public sealed record SluiceMapKind(string Name, SluiceWater Water, bool Alarm = false);

/// <summary>One chamber of the whole sluice: how many cases of each kind lie in it, in the order of the kinds.</summary>
/// <param name="Shown">The number as shown; differs from the sum where small numbers are not told.</param>
public sealed record SluiceMapStage(string Name, IReadOnlyList<int> Counts, string Shown);

/// <summary>
/// All cases in the sluice: chambers side by side, the water as high as there are cases, divided by kind. For the eye alone: the page shows the same numbers in a
/// table, which is what one listens to and follows links in.
/// </summary>
/// <example><code>&lt;sluice-map kinds="Model.Kinds" stages="Model.Stages" /&gt;</code></example>
[HtmlTargetElement("sluice-map", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SluiceMapTagHelper : TagHelper
{
    /// <summary>The fullest chamber is not quite full.</summary>
    private const double Fullest = 92;

    public required IReadOnlyList<SluiceMapKind> Kinds { get; set; }

    public required IReadOnlyList<SluiceMapStage> Stages { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = context.UniqueId;
        var most = Math.Max(1, Stages.Count == 0 ? 1 : Stages.Max(stage => stage.Counts.Sum()));
        var legend = Markup.Element("ul", "map-legend");
        foreach (var kind in Kinds)
            legend.Add(Markup.Element("li").Add(SluiceShapes.Picture("map-swatch").Add(Water(id, kind, "0", "0", "100%", "100%"))).Add(Markup.Element("span").Say(kind.Name)));
        var list = Markup.Element("ol", "map-stages");
        foreach (var stage in Stages)
        {
            list.Add(Markup.Element("li", "map-stage")
                .Add(Markup.Element("span", "map-count").Say(stage.Shown))
                .Add(Chamber(id, stage, most, standing: true))
                .Add(Chamber(id, stage, most, standing: false))
                .Add(Markup.Element("span", "map-name").Say(SluiceShapes.Breakable(stage.Name))));
        }

        output.Become(Markup.Element("div", "sluice-map").With("aria-hidden", "true").Add(Patterns(id)).Add(Kinds.Count > 1 ? legend : null).Add(list));
    }

    /// <param name="standing">Filled from below, for chambers side by side; else from the left, for a narrow screen.</param>
    private TagBuilder Chamber(string id, SluiceMapStage stage, int most, bool standing)
    {
        var picture = SluiceShapes.Picture(standing ? "map-chamber map-standing" : "map-chamber map-lying");
        picture.Add(Markup.Element("rect", "map-basin").With("width", "100%").With("height", "100%"));
        double from = 0;
        foreach (var (kind, count) in Kinds.Zip(stage.Counts))
        {
            if (count == 0) continue;
            var size = Fullest * count / most;
            picture.Add(standing
                ? Water(id, kind, "0", Percent(100 - from - size), "100%", Percent(size))
                : Water(id, kind, Percent(from), "0", Percent(size), "100%"));
            from += size;
        }

        return picture;
    }

    private static TagBuilder Water(string id, SluiceMapKind kind, string x, string y, string width, string height)
    {
        var name = NameOf(kind.Water);
        var group = Markup.Element("g", "map-water").With("data-water", name).When(kind.Alarm, "data-alarm").Add(Area("map-fill"));
        return kind.Water == SluiceWater.Calm ? group : group.Add(Area("map-pattern").With("fill", $"url(#{id}-{name})"));

        TagBuilder Area(string css) => Markup.Element("rect", css).With("x", x).With("y", y).With("width", width).With("height", height);
    }

    private static TagBuilder Patterns(string id)
    {
        var all = Markup.Element("svg", "map-patterns").With("aria-hidden", "true").With("focusable", "false").With("width", "0").With("height", "0");
        return all.Add(Markup.Element("defs")
            .Add(Pattern(id, SluiceWater.Moving, 16, SluiceShapes.Path("map-line", "M0 8 q4 -5 8 0 t8 0")))
            .Add(Pattern(id, SluiceWater.Troubled, 8, SluiceShapes.Path("map-line", "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6")))
            .Add(Pattern(id, SluiceWater.Still, 8, SluiceShapes.Circle("map-dot", 4, 4, 1.5))));
    }

    private static TagBuilder Pattern(string id, SluiceWater water, int size, TagBuilder shape) => Markup.Element("pattern")
        .With("id", $"{id}-{NameOf(water)}").With("width", SluiceShapes.At(size)).With("height", SluiceShapes.At(size)).With("patternUnits", "userSpaceOnUse").Add(shape);

    private static string NameOf(SluiceWater water) => water.ToString().ToLowerInvariant();

    private static string Percent(double size) => size.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
