using System.Globalization;
using IdeSluss.Sdk.Composition;

namespace IdeSluss.People.Accounts;

/// <summary>The interface languages of this instance.</summary>
internal sealed class Languages(InstanceInfo instance)
{
    public IReadOnlyList<string> All => instance.Branding.Languages;

    /// <summary>The wanted language, else that of the request, else the first offered.</summary>
    public string Offered(string? wanted)
    {
        foreach (var language in new[] { wanted, CultureInfo.CurrentUICulture.Name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName })
            if (language is not null && All.FirstOrDefault(offered => string.Equals(offered, language, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        return All[0];
    }

    public bool Has(string? language) => language is not null && All.Contains(language);

    /// <summary>In its own words: <c>svenska</c>, <c>English</c>.</summary>
    public static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}
