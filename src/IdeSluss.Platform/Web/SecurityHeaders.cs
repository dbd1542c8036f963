using System.Security.Cryptography;
using IdeSluss.Sdk.Files;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Platform.Web;

/// <summary>Strict headers on every answer, errors and files included. The API reference page alone may carry a nonce (<see cref="NonceFor"/>).</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'{0}; style-src 'self'{1}; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /// <summary>What someone else has written may do nothing in the site's name: no script, no form, and in a sandbox not even an origin.</summary>
    private const string Foreign = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

    /// <summary>Viewers of PDF inside browsers are embedded pages with styles of their own, and show nothing in a sandbox.</summary>
    private const string ForeignPdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly string Strict = Policy.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal);
    private static readonly object NonceKey = new();

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    }

    /// <summary>Lets this one answer run its inline script with the returned nonce. Its component library also writes inline styles, which do no harm without outside addresses.</summary>
    public static string NonceFor(HttpContext context)
    {
        // Hexadecimal: the page would write + of base64 as an entity.
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(18));
        context.Items[NonceKey] = nonce;
        return nonce;
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Features.Get<ForeignContent>() is { } foreign ? (foreign.IsShownPdf ? ForeignPdf : Foreign)
            : context.Items[NonceKey] is string nonce
                ? Policy.Replace("{0}", $" 'nonce-{nonce}'", StringComparison.Ordinal).Replace("{1}", " 'unsafe-inline'", StringComparison.Ordinal)
                : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }
}
