using System.Globalization;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Localization;

/// <summary>
/// Swedish unless someone has chosen otherwise: the choice is a cookie and nothing else, so that a cached page is the same for all who have not chosen.
/// </summary>
internal sealed class InterfaceLanguage(RequestDelegate next, InstanceInfo instance, IConfiguration configuration)
{
    public const string Cookie = "idesluss.sprak";

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly IReadOnlyList<string> known = configuration.GetValue<bool>(PseudoLanguage.Setting) ? [.. instance.Branding.Languages, PseudoLanguage.Tag] : instance.Branding.Languages;

    public Task InvokeAsync(HttpContext context)
    {
        var chosen = context.Request.Cookies[Cookie];
        var language = known.FirstOrDefault(tag => string.Equals(tag, chosen, StringComparison.OrdinalIgnoreCase)) ?? "sv";
        Use(language);
        context.Response.Headers.ContentLanguage = language;
        return next(context);
    }

    /// <summary>Dates and numbers follow the language; Swedish for languages without a region of their own here.</summary>
    public static void Use(string language)
    {
        CultureInfo.CurrentUICulture = language == "sv" ? Swedish : CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentCulture = language switch
        {
            "sv" => Swedish,
            "en" or PseudoLanguage.Tag => English,
            _ => CultureInfo.GetCultureInfo(language) is { IsNeutralCulture: false } own ? own : Swedish,
        };
    }
}
