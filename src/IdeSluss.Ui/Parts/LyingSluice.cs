using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ui.Parts;

/// <summary>The sluice seen from the side, from left to right: each chamber lies a little lower than the one before. As wide as the list below it, one chamber above each item.</summary>
internal static class LyingSluice
{
    private const double Wide = 120;
    private const double Sky = 44;
    private const double Deep = 40;
    private const double Bed = 8;

    public static TagBuilder Draw(IReadOnlyList<SluiceStage> stages, bool resting)
    {
        var drop = stages.Count > 1 ? Math.Min(8, 46.0 / (stages.Count - 1)) : 0;
        var height = Sky + (drop * (stages.Count - 1)) + Deep + Bed;
        var picture = SluiceShapes.Picture("sluice-lying").With("viewBox", $"0 0 {SluiceShapes.At(Wide * stages.Count)} {SluiceShapes.At(height)}");
        for (var place = 0; place < stages.Count; place++)
        {
            var surface = Sky + (drop * place);
            picture.Add(Chamber(stages[place].State, place * Wide, surface, height));
        }

        // Gates stand before the water of both sides, and the boat before the gates.
        for (var place = 0; place < stages.Count; place++)
            if (stages[place].Gate is { } gate) picture.Add(Gate(gate.State, (place + 1) * Wide, Sky + (drop * place), drop));
        for (var place = 0; place < stages.Count; place++)
            if (stages[place].State == SluiceState.Current) picture.Add(SluiceShapes.Boat((place * Wide) + (Wide / 2), Sky + (drop * place), arrived: stages[place].Gate is null, resting));
        return picture;
    }

    private static TagBuilder Chamber(SluiceState state, double left, double surface, double height)
    {
        var floor = surface + Deep;
        var chamber = Markup.Element("g", "sluice-chamber").With("data-state", SluiceShapes.NameOf(state));
        chamber.Add(SluiceShapes.Rectangle("sluice-ground", left, floor, Wide, height - floor));
        switch (state)
        {
            case SluiceState.Passed:
            case SluiceState.Current:
                chamber.Add(SluiceShapes.Rectangle("sluice-water", left, surface, Wide, Deep));
                chamber.Add(SluiceShapes.Path("sluice-wave", Waves(left, surface + 14) + Waves(left + 24, surface + 26)));
                break;
            case SluiceState.Ahead:
                chamber.Add(SluiceShapes.Rectangle("sluice-shallow", left, surface + (Deep * 0.6), Wide, Deep * 0.4));
                chamber.Add(SluiceShapes.Line("sluice-surface", SluiceShapes.At(left + 4), SluiceShapes.At(surface + (Deep * 0.6)), SluiceShapes.At(left + Wide - 4), SluiceShapes.At(surface + (Deep * 0.6))));
                break;
            default:
                // Dry: nothing passes here.
                for (var x = left + 16; x < left + Wide - 12; x += 16)
                    chamber.Add(SluiceShapes.Line("sluice-dry", SluiceShapes.At(x), SluiceShapes.At(floor - 2), SluiceShapes.At(x + 12), SluiceShapes.At(floor - 20)));
                break;
        }

        return chamber.Add(SluiceShapes.Line("sluice-floor", SluiceShapes.At(left), SluiceShapes.At(floor), SluiceShapes.At(left + Wide), SluiceShapes.At(floor)));
    }

    private static string Waves(double left, double y)
    {
        var (x, line) = (SluiceShapes.At(left + 18), SluiceShapes.At(y));
        return $"M{x} {line} q5 -5 10 0 t10 0 t10 0 ";
    }

    private static TagBuilder Gate(SluiceGateState state, double x, double surface, double drop)
    {
        var top = surface - 12;
        var floor = surface + Deep + drop;
        var gate = Markup.Element("g", "sluice-gate").With("data-gate", SluiceShapes.NameOf(state));
        var guide = SluiceShapes.Line(state == SluiceGateState.NotNeeded ? "sluice-no-gate" : "sluice-guide", SluiceShapes.At(x), SluiceShapes.At(state == SluiceGateState.Open ? top - 22 : top), SluiceShapes.At(x), SluiceShapes.At(floor));
        gate.Add(guide);
        if (state == SluiceGateState.NotNeeded) return gate;
        // Open it hangs above the water, shut it reaches the bed.
        gate.Add(state == SluiceGateState.Open
            ? SluiceShapes.Rectangle("sluice-leaf", x - 5, top - 20, 10, 22, 2)
            : SluiceShapes.Rectangle("sluice-leaf", x - 5, top, 10, floor - top, 2));
        return state == SluiceGateState.Waiting ? gate.Add(SluiceShapes.Lamp(x, top - 12)) : gate;
    }
}
