using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

internal sealed record EvidenceAnswersView(string CaseNumber, string Form, int FormVersion, JsonObject Answers, bool Complete, string? NotNeededIn, int Version);

internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ideas/{number}/evidence/{form}", async (string number, string form, SaveEvidence save, HttpResponse response, CancellationToken ct) =>
                (await save.ReadAsync(number, form, ct)).ToHttp(card =>
                {
                    response.SetVersionTag(card.Version);
                    return TypedResults.Ok(new EvidenceAnswersView(card.CaseNumber, card.Form.Key, card.Form.Version, card.Answers.Json, card.Complete, card.NotNeededIn, card.Version));
                }))
            .RequirePermission(IdeasPermissions.Evidence)
            .Produces<EvidenceAnswersView>()
            .WithTags("Underlag")
            .WithSummary("Läs ett underlag")
            .WithDescription("Svaren hittills, med ETag. Version 0 betyder att inget är sparat än.");
        api.MapPut("/ideas/{number}/evidence/{form}", async (string number, string form, bool? complete, JsonObject answers, SaveEvidence save, HttpRequest request, HttpResponse response, CancellationToken ct) =>
                (await save.HandleAsync(new(number, form, new Answers(answers), complete ?? false, request.IfMatchVersion() ?? 0), ct)).ToHttp(version =>
                {
                    response.SetVersionTag(version);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(IdeasPermissions.Evidence)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Underlag")
            .WithSummary("Spara ett underlag")
            .WithDescription("Ersätter svaren. Luckor är tillåtna om inte `complete=true`. If-Match med versionen du läste; första gången utan. Exempel (fokus): `{ \"fokus\": \"Hur kan vi göra nattens rundor lugnare för den som sover lätt?\" }`");
    }
}
