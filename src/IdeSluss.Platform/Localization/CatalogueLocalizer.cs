using System.Globalization;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Platform.Localization;

/// <summary>The texts in the interface language of the current request or job; one for everybody, whatever type asks.</summary>
internal sealed class CatalogueLocalizer(TextCatalogue catalogue) : IStringLocalizer, IStringLocalizerFactory
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public LocalizedString this[string name] => Text(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Text(name);
            return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, IsPseudo ? PseudoLanguage.Outside(arguments) : arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalogue.All(CultureInfo.CurrentUICulture).Select(text => new LocalizedString(text.Key, text.Value));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    private static bool IsPseudo => string.Equals(CultureInfo.CurrentUICulture.Name, PseudoLanguage.Tag, StringComparison.OrdinalIgnoreCase);

    private LocalizedString Text(string name)
    {
        var text = catalogue.Find(name, IsPseudo ? English : CultureInfo.CurrentUICulture);
        return new(name, IsPseudo ? PseudoLanguage.Mark(text ?? name, translated: text is not null) : text ?? name, resourceNotFound: text is null);
    }
}
