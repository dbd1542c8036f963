namespace IdeSluss.Ideas.Domain;

/// <summary>What an idea is about. Codes are stored and stand in addresses; names are keys of their translations.</summary>
internal static class IdeaAreas
{
    public static IReadOnlyList<IdeaArea> All { get; } =
    [
        new("vard-omsorg", "Vård och omsorg"),
        new("skola-forskola", "Skola och förskola"),
        new("byggd-miljo", "Gator, torg och byggnader"),
        new("resor-trafik", "Resor och trafik"),
        new("kultur-fritid", "Kultur och fritid"),
        new("natur-klimat", "Natur och klimat"),
        new("digitala-tjanster", "Digitala tjänster"),
        new("arbetssatt", "Arbetssätt och arbetsplats"),
        new("delaktighet", "Delaktighet och bemötande"),
        new("annat", "Något annat"),
    ];

    public static bool Exists(string? code) => All.Any(area => area.Code == code);

    /// <summary>The name of a stored code; what was stored when it is no longer in the list.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(area => area.Code == code)?.Name ?? code;
}

internal sealed record IdeaArea(string Code, string Name);
