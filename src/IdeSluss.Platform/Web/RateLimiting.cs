using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Web;

/// <summary>
/// Limits per person who is logged in, otherwise per address. Numbers are configuration: <c>IdeSluss:RateLimits:{global|write|secret}:{Permits|Seconds}</c>.
/// Whole offices and schools share one address, so the defaults are generous except where someone could guess a secret.
/// </summary>
internal static class RateLimiting
{
    private const string Global = "global";

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var global = Limit.From(configuration, Global, new(3_000, 60));
        var write = Limit.From(configuration, RateLimits.Write, new(60, 600));
        var secret = Limit.From(configuration, RateLimits.Secret, new(20, 300));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(60);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    ? RateLimitPartition.GetNoLimiter("")
                    : Partition(global, "ip:" + Address(context)));
            // Reading the form is free, sending it counts.
            options.AddPolicy(RateLimits.Write, context => IsRead(context) ? RateLimitPartition.GetNoLimiter("") : Partition(write, Caller(context)));
            // A secret in an API read can be guessed as well as one in a form; by address, since a log-in has nobody yet.
            options.AddPolicy(RateLimits.Secret, context => IsRead(context) && !ApiPath.Is(context.Request)
                ? RateLimitPartition.GetNoLimiter("")
                : Partition(secret, "ip:" + Address(context)));
        });
    }

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static RateLimitPartition<string> Partition(Limit limit, string key) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit.Permits,
            Window = TimeSpan.FromSeconds(limit.Seconds),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    private static string Caller(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentUser>().Id is { } id ? "user:" + id.ToString("N") : "ip:" + Address(context);

    /// <summary>An IPv6 household has a whole /64: limiting single addresses in it would limit nobody.</summary>
    public static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPNetwork(Masked(address), 64).ToString()
            : address.ToString();
    }

    private static IPAddress Masked(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }

    private sealed record Limit(int Permits, int Seconds)
    {
        public static Limit From(IConfiguration configuration, string name, Limit otherwise)
        {
            var section = configuration.GetSection("IdeSluss:RateLimits:" + name);
            return new(Math.Max(1, section.GetValue("Permits", otherwise.Permits)), Math.Max(1, section.GetValue("Seconds", otherwise.Seconds)));
        }
    }
}
