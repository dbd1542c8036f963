using IdeSluss.Sdk.Composition;

namespace IdeSluss.Plugins.Skelleftea;

/// <summary>A neutral look: Skellefteå's brand is not known to us. The mark is neutral too.</summary>
internal static class SkellefteaBranding
{
    private const string Phone = "0910-73 50 00";

    private const string Mark = """
        <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M6 4h4v32H6zM30 4h4v32h-4z"/><path fill="currentColor" d="M18 8l4-2v28h-4z"/><path fill="currentColor" opacity=".55" d="M10 16h8v20h-8z"/><path fill="currentColor" opacity=".3" d="M22 26h8v10h-8z"/></svg>
        """;

    /// <param name="dutyPhone">Who answers about serious irregularities; until it is configured the pages show the contact centre's number.</param>
    public static Branding With(string? dutyPhone) => new(
        ServiceName: "Idéslussen i Skellefteå",
        Theme: "skelleftea",
        Colors:
        [
            new("white on the accent (buttons)", "#ffffff", "#1f4e79"),
            new("accent on white (links)", "#1f4e79", "#ffffff"),
            new("white on the second colour", "#ffffff", "#4a5b6c"),
            new("accent as boundary of controls", "#1f4e79", "#ffffff", Text: false),
        ],
        MarkSvg: Mark,
        Contact: new(
            Phone,
            Email: "kundtjanst@skelleftea.se",
            PostalAddress: "931 85 Skellefteå",
            VisitingAddress: "Stadshuset, Trädgårdsgatan 6",
            DutyPhone: string.IsNullOrWhiteSpace(dutyPhone) ? Phone : dutyPhone),
        Languages: ["sv", "en"],
        FooterLinks: [new("Skellefteå kommuns webbplats", "https://www.skelleftea.se")]);
}
