using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.RegisterOnBehalf;

internal sealed record RegisterBody(
    string? Channel, string? Text, string? ConsentNote, string? Title = null, string? OriginalKeptAt = null, SubmitterKind SubmitterKind = SubmitterKind.Resident, AnswerWay AnswerWay = AnswerWay.Code,
    string? Name = null, string? Telephone = null, string? Address = null, string? Email = null, string? Place = null, string? Area = null);

internal static class RegisterOnBehalfApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cases", async (RegisterBody body, RegisterOnBehalf register, HttpRequest request, CancellationToken ct) =>
            {
                // Without a key of the caller's own, each call is a new idea.
                var key = request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
                var outcome = await register.HandleAsync(new(
                    key, body.Channel, body.Text, body.Title, body.ConsentNote, body.OriginalKeptAt, body.SubmitterKind, body.AnswerWay, body.Name, body.Telephone, body.Address, body.Email, body.Place, body.Area), ct);
                return outcome.ToHttp(receipt => TypedResults.Created($"/api/v1/ideas/cases/{receipt.CaseNumber}", receipt));
            })
            .RequirePermission(IdeasPermissions.RegisterOnBehalf)
            .Idempotent()
            .Produces<IdeaReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Registrera en idé åt någon annan")
            .WithDescription("Exempel: `{ \"channel\": \"PHONE\", \"text\": \"Mer bänkar längs kanalen\", \"consentNote\": \"muntligt i telefon\", \"answerWay\": \"Telephone\", \"telephone\": \"070-174 06 05\" }`");
}
