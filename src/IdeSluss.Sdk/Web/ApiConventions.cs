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
    public static void SetVersionTag(this HttpResponse response, int version) =>
        response.Headers.ETag = Of(version);

    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>The version in If-Match; null when the header is absent or is not one of ours.</summary>
    public static int? IfMatchVersion(this HttpRequest request)
    {
        var tag = request.Headers[HeaderNames.IfMatch].ToString();
        return tag.StartsWith("\"v", StringComparison.Ordinal) && tag.EndsWith('"')
            && int.TryParse(tag.AsSpan(2, tag.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }
}

/// <summary>Marks a create that honours <c>Idempotency-Key</c>: the same key from the same caller gives the first answer again.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute;

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
