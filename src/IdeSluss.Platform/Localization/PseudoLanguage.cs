namespace IdeSluss.Platform.Localization;

/// <summary>
/// A language that nobody speaks, for looking at what is not translated (<c>domain.md</c> 5.7): every text of the catalogue stands between ⟦ and ⟧, its arguments outside, and one without
/// English begins with ‼. What stands outside is either someone's own words, which carry their own <c>lang</c>, or forgotten. Only where <c>IdeSluss:PseudoLanguage</c> is true.
/// </summary>
internal static class PseudoLanguage
{
    public const string Tag = "qps-ploc";

    public const string Setting = "IdeSluss:PseudoLanguage";

    public static string Mark(string text, bool translated) => $"⟦{(translated ? "" : "‼")}{text}⟧";

    public static object[] Outside(object[] arguments) => [.. arguments.Select(argument => $"⟧{argument}⟦")];
}
