using System.Text.Json.Nodes;
using IdeSluss.Ideas.Features.Ideas.Papers;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

internal sealed record EvidenceAnswersView(string CaseNumber, FormAnswersView Content, string? NotNeededIn, bool MayFill, int Version);

internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ideas/{number}/evidence/{form}", async (string number, string form, SaveEvidence save, IStringLocalizer texts, HttpResponse response, CancellationToken ct) =>
                (await save.ReadAsync(number, form, ct)).ToHttp(card =>
                {
                    response.SetVersionTag(card.Version);
                    return TypedResults.Ok(new EvidenceAnswersView(card.CaseNumber, FormAnswersView.Of(card.Evaluation, card.Facts, card.Row, texts), card.NotNeededIn, card.MayFill, card.Version));
                }))
            .RequirePermission(IdeasPermissions.ReadEvidence)
            .Produces<EvidenceAnswersView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Läs ett underlag")
            .WithDescription("Svaren hittills, det som hämtas från andra underlag och det som räknas ut och följer av svaren, med ETag. Version 0 betyder att inget är sparat än. Frågorna finns på `GET …/forms/{form}`.");
        api.MapGet("/ideas/{number}/evidence/{form}/text", async (string number, string form, SaveEvidence save, IStringLocalizer texts, CancellationToken ct) =>
                (await save.ReadAsync(number, form, ct)).ToHttp(card => TypedResults.Text(FormText.Of(card.Evaluation, card.Facts, texts), "text/plain; charset=utf-8")))
            .RequirePermission(IdeasPermissions.ReadEvidence)
            .Produces<string>(contentType: "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Läs ett underlag som löpande text")
            .WithDescription("Rubriker och svar som ren text, till exempel för en tjänsteskrivelse i ett annat system.");
        api.MapGet("/ideas/{number}/evidence/{form}/pdf", async (string number, string form, SaveEvidence save, IStringLocalizer texts, InstanceInfo instance, CancellationToken ct) =>
                (await save.ReadAsync(number, form, ct)).ToHttp(card => new PdfAnswer(Paper.Of(instance, texts[card.Form.Title], card.CaseNumber, [.. Title(card), .. new FormPaper(texts, card.Facts).Answers(card.Evaluation)]), $"{number}-{form}.pdf")))
            .RequirePermission(IdeasPermissions.ReadEvidence)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Hämta ett underlag som PDF")
            .WithDescription("Det som är ifyllt hittills, uppmärkt för uppläsning, med ärendets nummer på varje sida.");
        api.MapPut("/ideas/{number}/evidence/{form}", async (string number, string form, bool? complete, JsonObject answers, SaveEvidence save, HttpRequest request, HttpResponse response, CancellationToken ct) =>
                (await save.HandleAsync(new(number, form, new Answers(answers), complete ?? false, request.IfMatchVersion() ?? 0), ct)).ToHttp(saved =>
                {
                    response.SetVersionTag(saved.Version);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(IdeasPermissions.Evidence)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Underlag")
            .WithSummary("Spara ett underlag")
            .WithDescription("Ersätter svaren. Luckor är tillåtna om inte `complete=true`. If-Match med versionen du läste; första gången utan. Exempel (fokus): `{ \"fokus\": \"Hur kan vi göra nattens rundor lugnare för den som sover lätt?\" }`. Där formuläret tillåter det räcker en hänvisning: `{ \"hanvisning\": \"SN 2026-000012\", \"hanvisning-mening\": \"Kalkylen ligger i diariet.\" }`");
    }

    private static IEnumerable<DocumentPart> Title(EvidenceCard card) => card.Title is { } title ? [new Paragraph(title, ParagraphStyle.Lead) { Language = "sv" }] : [];
}
