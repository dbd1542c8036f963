using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

internal sealed record TranslationBody(string? Language, TranslatedBy? By, string? Text, Guid? Decision = null);

internal static class TranslateApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cases/{number}/translations", async (string number, TranslationBody body, SaveTranslation save, CancellationToken ct) =>
                (await save.HandleAsync(new(number, body.Decision, body.Language, body.By, body.Text), ct)).ToHttp(receipt => TypedResults.Created($"/api/v1/ideas/cases/{receipt.CaseNumber}", receipt)))
            .RequirePermission(IdeasPermissions.Work)
            .Idempotent()
            .Produces<TranslationReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Spara en översättning")
            .WithDescription("Av idén, eller med `decision` av beskedet i ett beslut. Originalet ändras inte; översättningen blir en egen handling. `by`: Employee, Interpreter eller CheckedMachine. Exempel: `{ \"language\": \"sv\", \"by\": \"Interpreter\", \"text\": \"En läsecirkel på finska.\" }`");
}
