using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

internal sealed record ReceiverProposed(Guid Id);

/// <param name="Reason">Required when <paramref name="Accepts"/> is false.</param>
internal sealed record ReceiverAnswerBody(bool? Accepts, string? Reason = null);

internal static class ReceiverApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka förslagets version (ETag från GET …/receiver/asked) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/receivers/waiting", async (AnswerReceiver answer, CancellationToken ct) => TypedResults.Ok(await answer.ListAsync(ct)))
            .RequirePermission(IdeasPermissions.Decide)
            .Produces<IReadOnlyList<WaitingReceiver>>()
            .WithTags("Mottagare")
            .WithSummary("Lista enheter som väntar på ditt svar om att ta emot");
        var receiver = api.MapGroup("/ideas/{number}/receiver").WithTags("Mottagare");
        receiver.MapGet("", async (string number, ProposeReceiver propose, CancellationToken ct) => (await propose.ReadAsync(number, ct)).ToHttp(screen => screen.Receiver is { } view ? TypedResults.Ok(view) : TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.Prepare)
            .Produces<ReceiverView>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Läs vem som tar emot resultatet")
            .WithDescription("204 när ingen enhet är tillfrågad.");
        receiver.MapPost("", async (string number, ReceiverProposal body, ProposeReceiver propose, CancellationToken ct) =>
                (await propose.HandleAsync(number, body, ct)).ToHttp(id => TypedResults.Created($"/api/v1/ideas/ideas/{number}/receiver", new ReceiverProposed(id))))
            .RequirePermission(IdeasPermissions.Prepare)
            .Idempotent()
            .Produces<ReceiverProposed>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Fråga en enhet om den tar emot resultatet")
            .WithDescription("""
                Annan enhet eller andra villkor avslutar det som var lovat. `replaces` är id för det förslag du läste; utelämna det första gången. 412 när någon har föreslagit något annat sedan dess.
                Exempel: `{ "unitId": "…", "ifStopped": "Vi går tillbaka till dagens rutin.", "ifRetested": "Samma grupp, en månad till.", "ifGoesOn": "Vi inför på två boenden.", "hours": 40, "money": 15000 }`
                """);
        receiver.MapGet("/asked", async (string number, AnswerReceiver answer, HttpResponse response, CancellationToken ct) => (await answer.ReadAsync(number, ct)).ToHttp(asked =>
                {
                    response.SetVersionTag(asked.Receiver.Version);
                    return TypedResults.Ok(asked);
                }))
            .RequirePermission(IdeasPermissions.Decide)
            .Produces<AskedReceiver>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Läs vad din enhet är tillfrågad om")
            .WithDescription("Svarets ETag skickas i If-Match när du svarar.");
        receiver.MapPost("/{id:guid}/answer", async (string number, Guid id, ReceiverAnswerBody body, AnswerReceiver answer, HttpRequest request, CancellationToken ct) =>
                (request.IfMatchVersion() is { } version ? await answer.HandleAsync(number, new(id, body.Accepts, body.Reason, version), ct) : NoVersion).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.Decide)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Svara om enheten tar emot")
            .WithDescription("Bara behovsägaren i den tillfrågade enheten, aldrig om en egen idé. Exempel: `{ \"accepts\": false, \"reason\": \"Vi flyttar i höst.\" }`");
    }
}
