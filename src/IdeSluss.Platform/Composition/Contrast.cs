using System.Globalization;
using IdeSluss.Sdk.Composition;

namespace IdeSluss.Platform.Composition;

/// <summary>Contrast between two colours after WCAG 2.1 (1.4.3 text 4.5:1, 1.4.11 controls 3:1), so that an unreadable brand never reaches a resident.</summary>
internal static class Contrast
{
    public static IEnumerable<string> Check(Branding branding)
    {
        foreach (var pair in branding.Colors)
        {
            if (Luminance(pair.Foreground) is not { } foreground || Luminance(pair.Background) is not { } background)
            {
                yield return $"colours of {pair.Use}: {pair.Foreground} on {pair.Background} are not both written as #rrggbb.";
                continue;
            }

            var ratio = Ratio(foreground, background);
            var needed = pair.Text ? 4.5 : 3.0;
            if (ratio < needed)
                yield return string.Create(CultureInfo.InvariantCulture, $"colours of {pair.Use}: {pair.Foreground} on {pair.Background} has contrast {ratio:0.00}:1, needs {needed:0.0}:1 ({(pair.Text ? "text" : "controls")}).");
        }
    }

    public static double? Ratio(string one, string other) =>
        Luminance(one) is { } first && Luminance(other) is { } second ? Ratio(first, second) : null;

    private static double Ratio(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double? Luminance(string color)
    {
        if (color.Length != 7 || color[0] != '#' || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return null;
        return (0.2126 * Linear((rgb >> 16) & 0xff)) + (0.7152 * Linear((rgb >> 8) & 0xff)) + (0.0722 * Linear(rgb & 0xff));
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
