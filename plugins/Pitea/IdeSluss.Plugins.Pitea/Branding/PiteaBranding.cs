using IdeSluss.Sdk.Composition;

namespace IdeSluss.Plugins.Pitea;

/// <summary>Colours and font observed on the municipality's website, not a signed brand manual: to be confirmed by Piteå. The mark is neutral.</summary>
internal static class PiteaBranding
{
    private const string Phone = "0911-69 60 00";

    private const string Mark = """
        <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M6 4h4v32H6zM30 4h4v32h-4z"/><path fill="currentColor" d="M18 8l4-2v28h-4z"/><path fill="currentColor" opacity=".55" d="M10 16h8v20h-8z"/><path fill="currentColor" opacity=".3" d="M22 26h8v10h-8z"/></svg>
        """;

    /// <param name="dutyPhone">Who answers about serious irregularities; until it is configured the pages show the contact centre's number.</param>
    public static Branding With(string? dutyPhone) => new(
        ServiceName: "Idéslussen i Piteå",
        Theme: "pitea",
        Colors:
        [
            new("white on the accent (buttons)", "#ffffff", "#2b512b"),
            new("accent on white (links)", "#2b512b", "#ffffff"),
            new("dark green on the light green surface", "#233b1f", "#edf1e9"),
            new("white on the brand's pink", "#ffffff", "#a93360"),
            new("accent as boundary of controls", "#2b512b", "#ffffff", Text: false),
        ],
        MarkSvg: Mark,
        Contact: new(
            Phone,
            Email: null,
            PostalAddress: "941 85 Piteå",
            VisitingAddress: "Stadshuset, Svartuddsvägen 1",
            DutyPhone: string.IsNullOrWhiteSpace(dutyPhone) ? Phone : dutyPhone),
        Languages: ["sv", "en"],
        FooterLinks: [new("Piteå kommuns webbplats", "https://www.pitea.se")]);
}
