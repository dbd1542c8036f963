namespace IdeSluss.Ideas.Domain;

/// <summary>A language that an idea may be written in.</summary>
/// <param name="Tag">BCP 47, as stored and as <c>lang</c>.</param>
/// <param name="Name">Swedish, also the key of its translation.</param>
/// <param name="National">A national minority language of Sweden (lag 2009:724, 2 §).</param>
internal sealed record TextLanguage(string Tag, string Name, bool National = false);

/// <summary>The languages one may choose between; everyone may write in any, and what rules do not recognise is <see cref="Unknown"/> until a coach says more.</summary>
internal static class TextLanguages
{
    public const string Swedish = "sv";
    public const string Unknown = "und";

    public static IReadOnlyList<TextLanguage> All { get; } =
    [
        new(Swedish, "svenska"),
        new("en", "engelska"),
        new("fi", "finska", National: true),
        new("se", "nordsamiska", National: true),
        new("smj", "lulesamiska", National: true),
        new("sma", "sydsamiska", National: true),
        new("sje", "pitesamiska", National: true),
        new("sju", "umesamiska", National: true),
        new("fit", "meänkieli", National: true),
        new("rom", "romska", National: true),
        new("yi", "jiddisch", National: true),
        new("ar", "arabiska"),
        new("da", "danska"),
        new("el", "grekiska"),
        new("es", "spanska"),
        new("fa", "persiska"),
        new("fr", "franska"),
        new("he", "hebreiska"),
        new("nb", "norska"),
        new("pl", "polska"),
        new("ru", "ryska"),
        new("so", "somaliska"),
        new("th", "thailändska"),
        new("ti", "tigrinska"),
        new("tr", "turkiska"),
        new("uk", "ukrainska"),
        new("de", "tyska"),
        new("zh", "kinesiska"),
        new(Unknown, "annat eller okänt språk"),
    ];

    public static TextLanguage? Find(string? tag) => All.FirstOrDefault(language => language.Tag == tag);

    public static bool Exists(string? tag) => Find(tag) is not null;

    /// <summary>The name of a stored language; the tag itself for one that is no longer in the list.</summary>
    public static string NameOf(string tag) => Find(tag)?.Name ?? tag;

    /// <summary>Someone must be found who reads it: neither the office's language nor one that nothing tells.</summary>
    public static bool NeedsReader(string tag) => tag is not (Swedish or Unknown);
}
