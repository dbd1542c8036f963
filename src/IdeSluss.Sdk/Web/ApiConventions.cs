using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IdeSluss.Sdk.Web;

/// <summary>
/// A place in a list ordered newest first: the last row's time and id. Opaque to clients.
/// </summary>
public sealed record Cursor(DateTimeOffset At, Guid Id)
{
    public override string ToString() =>
        Base64Url(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:x}.{Id:N}")));

    /// <summary>Null for nothing, and for anything that is not a cursor: a broken link shows the first page instead of an error.</summary>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 100) return null;
        try
        {
            var parts = Encoding.ASCII.GetString(Convert.FromBase64String(Pad(text.Replace('-', '+').Replace('_', '/')))).Split('.');
            return parts.Length == 2
                && long.TryParse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks)
                && ticks > 0 && ticks <= DateTime.MaxValue.Ticks
                && Guid.TryParseExact(parts[1], "N", out var id)
                    ? new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
                    : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Pad(string text) => text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
}

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the following page, null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>ETag and If-Match on what people edit: the entity's version, quoted.</summary>
public static class VersionTag
{
    /// <param name="rest">What else the reader has seen, where the version of one entity does not tell all. No quotation marks or white space.</param>
    public static void SetVersionTag(this HttpResponse response, int version, string? rest = null) =>
        response.Headers.ETag = Of(version, rest);

    public static string Of(int version, string? rest = null) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}{(string.IsNullOrEmpty(rest) ? "" : ";")}{rest}\"");

    /// <summary>The version in If-Match; null when the header is absent or is not one of ours.</summary>
    public static int? IfMatchVersion(this HttpRequest request) =>
        int.TryParse(Inside(request)?.Split(';', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>What follows the version in If-Match; null when nothing does.</summary>
    public static string? IfMatchRest(this HttpRequest request) =>
        Inside(request)?.Split(';', 2) is [_, var rest] ? rest : null;

    private static string? Inside(HttpRequest request)
    {
        var tag = request.Headers[HeaderNames.IfMatch].ToString();
        return tag.Length > 3 && tag.StartsWith("\"v", StringComparison.Ordinal) && tag.EndsWith('"') ? tag[2..^1] : null;
    }
}

/// <summary>Marks a create that honours <c>Idempotency-Key</c>: the same key from the same caller gives the first answer again.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute;

/// <summary>
/// Marks a page or endpoint where sending the same again makes nothing twice, so that someone whose answer was lost on the way may be told to do so. An endpoint is safe with an
/// <c>Idempotency-Key</c> alone.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SafeToRepeatAttribute : Attribute;

/// <summary>Names the rate limit of an endpoint; the numbers are configuration (<c>IdeSluss:RateLimits:{name}</c>).</summary>
public static class RateLimits
{
    /// <summary>Handing in, replying, reporting.</summary>
    public const string Write = "write";

    /// <summary>Guessing is what this stops: log-in, follow codes, reset mail.</summary>
    public const string Secret = "secret";
}

public static class ApiConventions
{
    public static TBuilder Idempotent<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new IdempotentAttribute());
}
