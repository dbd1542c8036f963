using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

internal static class DecisionRecordApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var decision = api.MapGroup("/ideas/{number}/decisions/{id:guid}").WithTags("Beslut");
        decision.MapGet("", async (string number, Guid id, ReadDecision read, CancellationToken ct) =>
                (await read.HandleAsync(number, id, ct)).ToHttp(view => TypedResults.Ok(view)))
            .RequireLogin()
            .Produces<DecisionView>()
            .WithSummary("Läs ett beslut")
            .WithDescription("Beslutsdokumentationen: dag, innehåll, vem som beslutade, föredrog och deltog. `held` är sant tills svaret har gått; då kan beslutet tas tillbaka.");
        decision.MapPost("/take-back", async (string number, Guid id, TakeBackDecision takeBack, CancellationToken ct) =>
                (await takeBack.HandleAsync(number, id, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Ta tillbaka ett beslut")
            .WithDescription("Går tills svaret har skickats (`effectiveAt`), för den som beslutade eller en kollega med samma roll, om ingen har arbetat vidare med ärendet. Annars 409.");
        decision.MapPost("/send-now", async (string number, Guid id, SendReplyNow send, CancellationToken ct) =>
                (await send.HandleAsync(number, id, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Skicka svaret nu")
            .WithDescription("Avslutar väntetiden: svaret går och alla ser beslutet.");
        decision.MapPost("/correct", async (string number, Guid id, DecisionCorrection correction, CorrectDecision correct, CancellationToken ct) =>
                (await correct.HandleAsync(number, id, correction, ct)).ToHttp(corrected => TypedResults.Created($"/api/v1/ideas/ideas/{number}/decisions/{corrected}", new CorrectedDecision(corrected))))
            .RequireLogin()
            .Produces<CorrectedDecision>(StatusCodes.Status201Created)
            .WithSummary("Rätta ett beslut som har skickats")
            .WithDescription("Det första beslutet står kvar och rättelsen visas bredvid. Exempel: `{ \"reason\": \"Det gäller två enheter, inte en.\" }`");
    }
}

internal sealed record CorrectedDecision(Guid Id);
