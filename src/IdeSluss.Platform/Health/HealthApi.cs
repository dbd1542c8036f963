using System.Text.Json.Serialization;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, or which part cannot.</summary>
internal static class HealthApi
{
    private const string Because = "probes of the platform that runs the host have no account";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Json(new HealthAnswer("live"))).OpenToAll(Because).ExcludeFromDescription();
        app.MapGet("/health/ready", async (Readiness readiness, HttpContext context) =>
        {
            var parts = await readiness.CheckAsync(context.RequestAborted);
            var ready = parts.All(part => part.Ready || !part.Needed);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new HealthAnswer(ready ? "ready" : "not ready", parts), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).OpenToAll(Because).ExcludeFromDescription();
    }
}

/// <param name="Parts">Left out where only the process itself is asked about.</param>
internal sealed record HealthAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReadyPart>? Parts = null);
