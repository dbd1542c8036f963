using System.Globalization;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Platform.Localization;

/// <summary>The texts in the interface language of the current request or job; one for everybody, whatever type asks.</summary>
internal sealed class CatalogueLocalizer(TextCatalogue catalogue) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name]
    {
        get
        {
            var text = catalogue.Find(name, CultureInfo.CurrentUICulture);
            return new(name, text ?? name, resourceNotFound: text is null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = catalogue.Find(name, CultureInfo.CurrentUICulture);
            return new(name, string.Format(CultureInfo.CurrentCulture, text ?? name, arguments), resourceNotFound: text is null);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalogue.All(CultureInfo.CurrentUICulture).Select(text => new LocalizedString(text.Key, text.Value));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
