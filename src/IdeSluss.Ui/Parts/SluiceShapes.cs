using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ui.Parts;

/// <summary>What both pictures of the sluice are made of. Form tells what colour tells too: waves, hatching, an open or shut gate, a lamp, a boat.</summary>
internal static class SluiceShapes
{
    public static string NameOf(SluiceState state) => state.ToString().ToLowerInvariant();

    public static string NameOf(SluiceGateState state) => state switch
    {
        SluiceGateState.NotNeeded => "not-needed",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>Last parts of the long Swedish names; browsers seldom know where a compound may be broken.</summary>
    private static readonly string[] LastParts = ["beslut", "underlag", "hemtagning", "lämning"];

    private const string SoftHyphen = "\u00AD";

    /// <summary>A name that may be broken before its last part where a column is narrow.</summary>
    public static string Breakable(string name) =>
        LastParts.FirstOrDefault(part => name.EndsWith(part, StringComparison.Ordinal) && name.Length > part.Length) is { } last ? name[..^last.Length] + SoftHyphen + last : name;

    /// <summary>The list beside it says the same: those who listen are spared the shapes.</summary>
    public static TagBuilder Picture(string css) => Markup.Element("svg", css).With("aria-hidden", "true").With("focusable", "false");

    public static TagBuilder Line(string css, string x1, string y1, string x2, string y2) =>
        Markup.Element("line", css).With("x1", x1).With("y1", y1).With("x2", x2).With("y2", y2);

    public static TagBuilder Rectangle(string css, double x, double y, double width, double height, double round = 0) =>
        Markup.Element("rect", css).With("x", At(x)).With("y", At(y)).With("width", At(width)).With("height", At(height)).When(round > 0, "rx", At(round));

    public static TagBuilder Path(string css, string shape) => Markup.Element("path", css).With("d", shape);

    public static TagBuilder Circle(string css, double x, double y, double radius) =>
        Markup.Element("circle", css).With("cx", At(x)).With("cy", At(y)).With("r", At(radius));

    public static TagBuilder Moved(double x, double y) => Markup.Element("g").With("transform", $"translate({At(x)} {At(y)})");

    /// <summary>A boat whose water line is at 0,0. At the end of its way it has a flag instead of a sail, at rest an anchor.</summary>
    public static TagBuilder Boat(double x, double y, bool arrived, bool resting)
    {
        var boat = Moved(x, y).With("class", "sluice-boat");
        if (resting) boat.Add(Path("sluice-anchor", "M-17 2 V20 M-23 15 Q-17 24 -11 15 M-20 9 H-14"));
        boat.Add(Path("sluice-hull", "M-25 -5 H25 L17 8 H-17 Z"));
        boat.Add(Path("sluice-mast", arrived ? "M0 -5 V-30" : "M0 -5 V-28"));
        boat.Add(arrived ? Path("sluice-sail", "M0 -30 H17 L12 -24 L17 -18 H0 Z") : Path("sluice-sail", "M3 -27 L19 -9 H3 Z M-3 -22 L-14 -9 H-3 Z"));
        return boat;
    }

    /// <summary>A lamp with a question mark: somebody must decide.</summary>
    public static TagBuilder Lamp(double x, double y) =>
        Moved(x, y).With("class", "sluice-lamp").Add(Circle("sluice-lamp-glass", 0, 0, 8)).Add(Path("sluice-lamp-mark", "M-2.6 -1.8 A2.6 2.6 0 1 1 0 0.9 V2 M0 4.2 V4.8"));

    public static string At(double place) => Math.Round(place, 1).ToString(CultureInfo.InvariantCulture);
}
