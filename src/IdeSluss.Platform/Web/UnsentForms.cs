using IdeSluss.Platform.Api;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IdeSluss.Platform.Web;

/// <summary>Keeps what someone sent to a page that could not receive it, so that the error page can give it back.</summary>
internal static class UnsentForms
{
    public static async Task<UnsentForm?> OfAsync(HttpContext context, bool mayBeSentAgain)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || ApiPath.Is(request) || await ReadAsync(context) is not { } form) return null;
        // A password is never written into a page.
        if (form.Keys.Any(key => key.Contains("Password", StringComparison.OrdinalIgnoreCase))) return null;
        var fields = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        return new(request.Path + request.QueryString, fields, mayBeSentAgain && form.Files.Count == 0);
    }

    /// <summary>Whoever is logged in meets the fault before anybody has read the form.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IFormFeature>()?.Form is { } read) return read;
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // Too large or broken off: there is nothing whole to give back.
            return null;
        }
    }
}
