using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

internal static class StatisticsApi
{
    private const string Why = "statistics are for everyone, and have been protected before they are stored";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/statistics", async (string? period, ReadStatistics statistics, CancellationToken cancellationToken) => (await statistics.FindAsync(period, cancellationToken)).ToHttp(view => TypedResults.Ok(view)))
            .OpenToAll(Why).Produces<StatisticsView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Statistik för ett kvartal eller ett år").WithDescription("`period` är till exempel `2026Q3` eller `2026`; utan den ges det senaste kvartalet. Tal som gäller färre än 5, och tal som skulle avslöja sådana, saknas (`count` är null).");
        api.MapGet("/statistics.csv", async (string? period, ReadStatistics statistics, CancellationToken cancellationToken) =>
                (await statistics.FindAsync(period, cancellationToken)).ToHttp(view => TypedResults.File(Encoding.UTF8.GetBytes(ReadStatistics.Csv(view)), "text/csv; charset=utf-8", $"idesluss-statistik-{view.Period}.csv")))
            .OpenToAll(Why).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Statistik som fil").WithDescription("Samma tal som i tabellerna, skilda med semikolon.");
        api.MapGet("/indicators", () => TypedResults.Ok(Indicator.All)).OpenToAll(Why).WithTags("Statistik").WithSummary("Vad som räknas och hur").WithDescription("Formel, källa och mål för varje indikator.");
    }
}
