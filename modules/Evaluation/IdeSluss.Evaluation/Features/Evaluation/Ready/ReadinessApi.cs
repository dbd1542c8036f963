using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

internal sealed record MadeMark(Guid Id);

internal static class ReadinessApi
{
    private const string Tag = "Mognad";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scales", async (ReadInScales scales, CancellationToken ct) => TypedResults.Ok(await scales.ListAsync(ct)))
            .RequirePermission(EvaluationPermissions.MarkReadiness).WithTags(Tag).WithSummary("Lista skalor").WithDescription("Den senaste versionen av varje.");
        api.MapPost("/scales", async (HttpRequest request, string? code, string? title, string? source, ReadInScales scales, CancellationToken ct) => (await scales.HandleAsync(request.Body, code, title, source, ct)).ToHttp(scale => TypedResults.Ok(scale)))
            .RequirePermission(EvaluationPermissions.ManageQuestions).Accepts<string>("application/json", "text/csv").Produces<ReadInScale>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Läs in en skala").WithDescription("Filen skickas som den är. JSON har `code`, `title`, `source` och `dimensions` med nio `levels` var; CSV har kolumnerna `avseende`, `niva` och `text`, och kod, namn och källa i adressen. Alla nivåer ska ha text.");
        api.MapGet("/cases/{number}/readiness", async (string number, MarkReadiness readiness, CancellationToken ct) => (await readiness.ReadAsync(number, ct)).ToHttp(view => TypedResults.Ok(view.Marks)))
            .RequirePermission(EvaluationPermissions.ReadRounds).Produces<IReadOnlyList<MarkView>>().ProducesProblem(StatusCodes.Status404NotFound).WithTags(Tag).WithSummary("En idés mognad").WithDescription("Den senaste skattningen först, var och en med sin skala.");
        api.MapPost("/cases/{number}/readiness", async (string number, MarkRequest request, MarkReadiness readiness, CancellationToken ct) => (await readiness.HandleAsync(number, request, ct)).ToHttp(id => TypedResults.Created((string?)null, new MadeMark(id))))
            .RequirePermission(EvaluationPermissions.MarkReadiness).Idempotent().Produces<MadeMark>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skatta en idés mognad").WithDescription("Nivåerna i skalans ordning, 0 för vet inte. Exempel: `{ \"scale\": \"egna-ord\", \"levels\": [5, 3, 4, 3, 4, 0] }`");
    }
}
