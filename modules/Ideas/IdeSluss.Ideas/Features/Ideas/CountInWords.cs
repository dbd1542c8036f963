using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>"Två saker saknas": small numbers as words, as one writes in Swedish.</summary>
internal static class CountInWords
{
    private static readonly string[] Words = ["Inga", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"];

    /// <summary>With a capital letter, for the beginning of a sentence.</summary>
    public static object Of(int count) => count < Words.Length ? new Text(Words[count]) : count;

    public static Text MissingBeforeDecision(int count) =>
        count == 1 ? "En sak saknas före beslut." : new Text("{0} saker saknas före beslut.", Of(count));
}
