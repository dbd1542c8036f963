using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.IdeaCard;

internal sealed record CardAnswer(
    string CaseNumber, string? Title, string? Need, string? Text, string Language, string? Area, string? Unit, string Stage, string? Track, DateOnly? PromiseDue, bool Open,
    IReadOnlyList<ApiError> Missing, IReadOnlyList<CardStepAnswer> Steps, IReadOnlyList<FormAnswersView> Elsewhere);

internal sealed record CardStepAnswer(string Gate, string Stage, string GateName, IReadOnlyList<FormAnswersView> Forms, IReadOnlyList<CardDecision> Decisions);

internal static class IdeaCardApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ideas/{number}/card", async (string number, ReadIdeaCard read, IStringLocalizer texts, CancellationToken ct) =>
                (await read.HandleAsync(number, ct)).ToHttp(card =>
                {
                    FormAnswersView View(CardForm form) => FormAnswersView.Of(form.Evaluation, card.Facts, form.Row, texts);
                    return TypedResults.Ok(new CardAnswer(
                        card.CaseNumber, card.Title, card.Need, card.Text, card.Language, card.Area, card.Unit, card.StageName, card.TrackName, card.PromiseDue, card.Open,
                        [.. card.Missing.Select(one => new ApiError(one.Key, texts.Say(one.Message)))],
                        [.. card.Steps.Select(step => new CardStepAnswer(step.Gate, step.StageName, step.GateName, [.. step.Forms.Select(View)], step.Decisions))],
                        [.. card.Elsewhere.Select(View)]));
                }))
            .RequirePermission(IdeasPermissions.ReadEvidence)
            .Produces<CardAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Underlag")
            .WithSummary("Läs hela idékortet")
            .WithDescription("Allt som är känt om ärendet, varje uppgift en gång, per beslutspunkt: underlag med det som räknas ut och hämtas, beslut, och vad som saknas inför nästa beslut.");
}
