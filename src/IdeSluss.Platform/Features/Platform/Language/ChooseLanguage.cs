using IdeSluss.Platform.Localization;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Features.Platform.Language;

/// <summary>
/// Keeps the choice of interface language in a cookie and goes back to the page. A link, so that anonymous pages hold no form; for those who are logged in a form, which keeps the choice
/// with the account too.
/// </summary>
internal static class ChooseLanguage
{
    private const string Because = "the language of a page is nobody's secret";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sprak/{tag}", (string tag, string? till, HttpContext context, InstanceInfo instance) => Choose(tag, till, context, instance))
            .OpenToAll(Because).ExcludeFromDescription();
        app.MapPost("/sprak", PostAsync).OpenToAll(Because).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, InstanceInfo instance, CurrentUser user, IAntiforgery antiforgery)
    {
        // Checked here and not by the endpoint: someone who is not logged in has no token and needs none.
        if (!context.Request.HasFormContentType || (user.IsAuthenticated && !await antiforgery.IsRequestValidAsync(context))) return Results.BadRequest();
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var answer = Choose(posted["sprak"].ToString(), posted["till"], context, instance);
        if (user.Id is { } person && Known(posted["sprak"].ToString(), instance) is { } language)
            foreach (var memory in context.RequestServices.GetServices<IRememberLanguage>()) await memory.RememberAsync(person, language, context.RequestAborted);
        return answer;
    }

    private static string? Known(string tag, InstanceInfo instance) => instance.Branding.Languages.FirstOrDefault(known => string.Equals(known, tag, StringComparison.OrdinalIgnoreCase));

    private static IResult Choose(string tag, string? backTo, HttpContext context, InstanceInfo instance)
    {
        if (Known(tag, instance) is not { } language) return Results.NotFound();
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
