using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

internal static class DashboardApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dashboard", async (string? period, string? view, string? place, ReadDashboard dashboard, CancellationToken cancellationToken) => (await dashboard.FindAsync(period, view, place, cancellationToken)).ToHttp(found => TypedResults.Ok(found)))
            .RequirePermission(EvaluationPermissions.ReadDashboard).Produces<DashboardView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Statistik för ditt arbete")
            .WithDescription("De nämnder och enheter som din roll gäller, och alla tillsammans. `place` väljer en av dem i `places`, `view` en av dem i `lenses`. Samma skydd för få som i den öppna statistiken; det går inte att fråga efter något annat än det som är räknat.");
        api.MapGet("/dashboard.csv", async (string? period, string? view, string? place, ReadDashboard dashboard, IStringLocalizer texts, CancellationToken cancellationToken) =>
                (await dashboard.FindAsync(period, view, place, cancellationToken)).ToHttp(found => TypedResults.File(SectionFile.Csv(found.Sections, texts), "text/csv; charset=utf-8", $"idesluss-{found.Lens}-{found.Statistics.Period}.csv")))
            .RequirePermission(EvaluationPermissions.ReadDashboard).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Statistik för ditt arbete som fil").WithDescription("Samma tal som sidan visar, under samma rubriker, skilda med semikolon.");
    }
}
