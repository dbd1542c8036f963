namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>What an idea may be about, in everyday words. The Swedish name is what is kept, and the key of its translations.</summary>
internal static class IdeaAreas
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Äldre", "Funktionsnedsättning", "Stöd till individer och familjer", "Barn, förskola och skola", "Kultur, fritid och idrott", "Gator, parker och trafik",
        "Byggande och bostäder", "Miljö och klimat", "Näringsliv och arbete", "Digitala tjänster", "Kommunen som arbetsplats", "Annat",
    ];
}
