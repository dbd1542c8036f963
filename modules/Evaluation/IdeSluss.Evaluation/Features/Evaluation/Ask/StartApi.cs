using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

internal sealed record ProposedLine(Guid Id, string Name, bool Proposed, string? Hinder, bool MayBeChosen, int Waiting, int MostWaiting);

internal static class StartApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/reviewers", async (string number, string? sheet, int? wanted, StartRound start, CancellationToken cancellationToken) =>
                (await start.ReadAsync(number, sheet, wanted, cancellationToken)).ToHttp(view => TypedResults.Ok(view.People.Select(one => new ProposedLine(
                    one.Candidate.Person.Id, one.Candidate.Person.DisplayName, one.Proposed, one.Hinder?.ToString(), one.MayBeChosen, one.Candidate.Waiting, one.Candidate.MostWaiting)).ToList())))
            .RequirePermission(EvaluationPermissions.Ask).Produces<IReadOnlyList<ProposedLine>>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Bedömning").WithSummary("Vilka som kan bedöma en idé").WithDescription("Alla som bedömer idéer här, de föreslagna först. `hinder` säger varför någon inte kan: jäv, samma enhet, borta, eller redan nog att göra.");
        api.MapPost("/cases/{number}/rounds", async (string number, StartRequest request, StartRound start, CancellationToken cancellationToken) =>
                (await start.HandleAsync(number, request, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/evaluation/rounds/{id}", new { id })))
            .RequirePermission(EvaluationPermissions.Ask).Idempotent().Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömning").WithSummary("Be andra bedöma en idé")
            .WithDescription("Utan `reviewers` väljs `wanted` personer (3 om inget sägs) efter kunskap, enhet och hur mycket de har. Jäv prövas innan någon tillfrågas. Exempel: `{ \"wanted\": 3, \"lastDay\": \"2026-12-11\" }`");
    }
}
