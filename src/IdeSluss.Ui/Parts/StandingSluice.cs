using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ui.Parts;

/// <summary>
/// One chamber seen from above, for a narrow screen and for paper: the boat sails down the page, from item to item of the list. Measures in per cent, so that it grows with
/// the words beside it and no shape is stretched.
/// </summary>
internal static class StandingSluice
{
    private const double Left = 4;
    private const double Right = 60;
    private const double Middle = 32;

    public static TagBuilder Draw(SluiceStage stage, bool resting)
    {
        var picture = SluiceShapes.Picture("sluice-standing");
        var chamber = Markup.Element("g", "sluice-chamber").With("data-state", SluiceShapes.NameOf(stage.State));
        picture.Add(chamber);
        switch (stage.State)
        {
            case SluiceState.Passed:
            case SluiceState.Current:
                chamber.Add(Water("sluice-water"));
                if (stage.State == SluiceState.Passed)
                    foreach (var height in new[] { "22%", "52%" }) chamber.Add(Floating(height, SluiceShapes.Path("sluice-wave", "M17 0 q5 -5 10 0 t10 0 t10 0")));
                break;
            case SluiceState.Ahead:
                chamber.Add(Water("sluice-shallow"));
                chamber.Add(SluiceShapes.Line("sluice-surface", SluiceShapes.At(Middle), "8%", SluiceShapes.At(Middle), "78%"));
                break;
            default:
                foreach (var (from, to) in new[] { ("26%", "10%"), ("50%", "34%"), ("74%", "58%") }) chamber.Add(SluiceShapes.Line("sluice-dry", "16", from, "48", to));
                break;
        }

        foreach (var bank in new[] { Left, Right }) chamber.Add(SluiceShapes.Line("sluice-floor", SluiceShapes.At(bank), "0", SluiceShapes.At(bank), "100%"));
        if (stage.Gate is { } gate) picture.Add(Floating("100%", Gate(gate.State)));
        if (stage.State == SluiceState.Current) picture.Add(Floating("45%", SluiceShapes.Boat(Middle, 0, arrived: stage.Gate is null, resting)));
        return picture;
    }

    private static TagBuilder Water(string css) =>
        Markup.Element("rect", css).With("x", SluiceShapes.At(Left)).With("y", "0").With("width", SluiceShapes.At(Right - Left)).With("height", "100%");

    /// <summary>A place of its own at a height in per cent, with measures in points inside.</summary>
    private static TagBuilder Floating(string height, TagBuilder shape) => Markup.Element("svg").With("y", height).With("overflow", "visible").Add(shape);

    /// <summary>Two leaves at the lower end: swung back when open, meeting when shut.</summary>
    private static TagBuilder Gate(SluiceGateState state)
    {
        var gate = Markup.Element("g", "sluice-gate").With("data-gate", SluiceShapes.NameOf(state));
        if (state == SluiceGateState.NotNeeded) return gate.Add(SluiceShapes.Line("sluice-no-gate", SluiceShapes.At(Left), "-4", SluiceShapes.At(Right), "-4"));
        gate.Add(SluiceShapes.Path("sluice-mitre", state == SluiceGateState.Open ? "M4 -4 L14 -22 M60 -4 L50 -22" : "M4 -12 L32 -4 L60 -12"));
        return state == SluiceGateState.Waiting ? gate.Add(SluiceShapes.Lamp(Middle, -18)) : gate;
    }
}
