using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Legal;

namespace IdeSluss.Plugins.Skelleftea;

/// <summary>Skellefteå is an administrative area for Finnish since 1 February 2018 and for Sami since 1 January 2024; README says where that is from.</summary>
internal static class SkellefteaLanguages
{
    private const string Contact = "MINORITETSSPRAK_KONTAKT";

    public static IReadOnlyList<LegalReference> Laws { get; } =
    [
        new(Contact, "Lagen (2009:724) om nationella minoriteter och minoritetsspråk", Place: "8 §")
        {
            Says = "I förvaltningsområdet har man rätt att använda språket hos myndigheten, muntligt och skriftligt.", Source = "Lagtexten i den lydelse som gällde den 1 september 2025",
        },
    ];

    public static IReadOnlyList<LanguageRight> Rights { get; } =
    [
        new("Förvaltningsområde för finska", ["fi"], new DateOnly(2018, 2, 1), Contact),
        // The law says Sami; all varieties that are written here are Sami.
        new("Förvaltningsområde för samiska", ["se", "smj", "sma", "sje", "sju"], new DateOnly(2024, 1, 1), Contact),
    ];
}
