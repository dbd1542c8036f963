using IdeSluss.Platform.Localization;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Features.Platform.Language;

/// <summary>Keeps the choice of interface language in a cookie and goes back to the page. A link, so that anonymous pages hold no form; a form works too.</summary>
internal static class ChooseLanguage
{
    private const string Because = "the language of a page is nobody's secret";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sprak/{tag}", (string tag, string? till, HttpContext context, InstanceInfo instance) => Choose(tag, till, context, instance))
            .OpenToAll(Because).ExcludeFromDescription();
        app.MapPost("/sprak", async (HttpContext context, InstanceInfo instance) =>
        {
            if (!context.Request.HasFormContentType) return Results.BadRequest();
            var posted = await context.Request.ReadFormAsync(context.RequestAborted);
            return Choose(posted["sprak"].ToString(), posted["till"], context, instance);
        }).OpenToAll(Because).DisableAntiforgery().ExcludeFromDescription();
    }

    private static IResult Choose(string tag, string? backTo, HttpContext context, InstanceInfo instance)
    {
        if (instance.Branding.Languages.FirstOrDefault(known => string.Equals(known, tag, StringComparison.OrdinalIgnoreCase)) is not { } language) return Results.NotFound();
        context.Response.Cookies.Append(InterfaceLanguage.Cookie, language, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            IsEssential = true,
        });
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(IsLocal(backTo) ? backTo! : "/");
    }

    /// <summary>Only addresses on this site: one slash, and no second one that would make it another host.</summary>
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
