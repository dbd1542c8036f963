using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

internal static class DashboardApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/dashboard", async (string? period, ReadDashboard dashboard, CancellationToken cancellationToken) => (await dashboard.FindAsync(period, cancellationToken)).ToHttp(view => TypedResults.Ok(view)))
            .RequirePermission(EvaluationPermissions.ReadDashboard).Produces<DashboardView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Statistik för ditt arbete").WithDescription("De nämnder som din roll gäller, och alla tillsammans. Samma skydd för få som i den öppna statistiken.");
}
