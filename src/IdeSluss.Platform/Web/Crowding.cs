using System.Threading.RateLimiting;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace IdeSluss.Platform.Web;

/// <summary>
/// No more requests at once than the machine can work on, and no more from one address than it could need. Some more wait, in order; the rest are told at once to come back. Otherwise a rush
/// would make everyone wait until all give up, and hold the memory of all of them meanwhile. Numbers are configuration: <c>IdeSluss:Crowding</c>.
/// </summary>
internal sealed class Crowding(RequestDelegate next, CrowdLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Whoever watches must hear that the process lives just then.
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        using var place = await PlaceAsync(context);
        if (place is null) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        else if (place.IsAcquired) await next(context);
        else await RefuseAsync(context);
    }

    /// <summary>Null when whoever waited has gone.</summary>
    private async Task<RateLimitLease?> PlaceAsync(HttpContext context)
    {
        try
        {
            return await limits.Limiter.AcquireAsync(context, permitCount: 1, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>As cheaply as can be: a page of its own for each of ten thousand would be the rush once more.</summary>
    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        var said = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? Asked : Sent;
        return ApiPath.Is(context.Request) ? ErrorAnswers.WriteProblemAsync(context, said) : ErrorAnswers.WritePlainPageAsync(context, said.Key);
    }

    private static readonly Text Asked = "Det är många här just nu. Vänta några sekunder och försök igen.";
    private static readonly Text Sent = "Det är många här just nu. Det du skickade är inte sparat. Vänta några sekunder och skicka det igen.";
}

internal sealed class CrowdLimits : IDisposable
{
    public CrowdLimits(IConfiguration configuration)
    {
        var section = configuration.GetSection("IdeSluss:Crowding");
        var (atOnce, each, waiting) = (section.GetValue("AtOnce", 500), section.GetValue("AtOncePerAddress", 100), section.GetValue("Waiting", 2_000));
        Limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(RateLimiting.Address(context), _ => Limit(each, waiting / 4))),
            PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetConcurrencyLimiter(0, _ => Limit(atOnce, waiting))));
    }

    public PartitionedRateLimiter<HttpContext> Limiter { get; }

    public void Dispose() => Limiter.Dispose();

    private static ConcurrencyLimiterOptions Limit(int permits, int waiting) => new() { PermitLimit = permits, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };
}
