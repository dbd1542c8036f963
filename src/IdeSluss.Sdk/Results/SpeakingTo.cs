using System.Globalization;

namespace IdeSluss.Sdk.Results;

/// <summary>Texts for someone else than the one who is logged in are said in that person's language.</summary>
/// <example><code>using var _ = new SpeakingTo(person.Language); db.Send(new OutgoingMail(person.Email, texts["…"], …));</code></example>
public sealed class SpeakingTo : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo interfaceCulture = CultureInfo.CurrentUICulture;

    /// <param name="language">BCP 47; anything but English is spoken to in Swedish, the language of the record.</param>
    public SpeakingTo(string? language)
    {
        var theirs = CultureInfo.GetCultureInfo(LanguageFor(language) == "en" ? "en-GB" : "sv-SE");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (theirs, theirs);
    }

    /// <summary>The language that someone is spoken to in who speaks this one.</summary>
    public static string LanguageFor(string? language) => language == "en" ? "en" : "sv";

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
}
