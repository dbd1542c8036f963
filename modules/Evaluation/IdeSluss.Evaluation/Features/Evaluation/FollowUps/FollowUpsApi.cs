using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

internal sealed record PlanAnswer(string CaseNumber, DateOnly WentLiveOn, string? Owner, decimal PlannedPerYear, string? Outcome, IReadOnlyList<FollowUpLine> FollowUps, int Version);

internal sealed record OwnFollowUpAnswer(Guid Id, string CaseNumber, string Form, FollowUpState State, DateOnly Due, DateOnly? LastDay, JsonObject Answers, FollowUpResult? Result, int Version);

internal sealed record OwnerRequest(Guid? Owner);

internal static class FollowUpsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/benefit-plans", async (string? after, ReadPlans plans, CancellationToken cancellationToken) => TypedResults.Ok(await plans.ListAsync(after, cancellationToken)))
            .RequirePermission(EvaluationPermissions.ReadBenefits).WithTags("Nytta").WithSummary("Idéer som följs upp").WithDescription("De som började användas senast först, med det som var planerat, det som mättes senast och nästa uppföljning. `next` är `after` för nästa sida.");
        api.MapGet("/cases/{number}/benefit-plan", async (string number, ReadPlans plans, HttpResponse response, CancellationToken cancellationToken) =>
                (await plans.FindAsync(number, cancellationToken)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(new PlanAnswer(view.CaseNumber, view.WentLiveOn, view.Owner, view.PlannedPerYear, view.Outcome, view.FollowUps, view.Version));
                }))
            .RequirePermission(EvaluationPermissions.ReadBenefits).Produces<PlanAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("En idés uppföljning").WithDescription("Vad som lovades den dag idén började användas, och hur det blev. `missingSplit` säger hur många mått på personer som inte är uppdelade på kön. ETag är det som If-Match vill ha när nyttoansvarig byts.");
        api.MapPut("/cases/{number}/benefit-owner", async (string number, OwnerRequest request, ReplaceOwner replace, HttpRequest http, CancellationToken cancellationToken) =>
                (await replace.HandleAsync(number, request.Owner, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageBenefits).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Nytta").WithSummary("Byt nyttoansvarig").WithDescription("Det som väntar på svar går till den nya, som får ett mejl. Exempel: `{ \"owner\": \"…\" }`");
        MapOwn(api);
    }

    private static void MapOwn(IEndpointRouteBuilder api)
    {
        api.MapGet("/follow-ups", async (AnswerFollowUp followUps, CancellationToken cancellationToken) => TypedResults.Ok(await followUps.WaitingAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.AnswerFollowUps).WithTags("Nytta").WithSummary("Uppföljningar som väntar på mig").WithDescription("Högst hundra, den som ska svaras först överst.");
        api.MapGet("/follow-ups/{id:guid}", async (Guid id, AnswerFollowUp followUps, HttpResponse response, CancellationToken cancellationToken) =>
                (await followUps.FindAsync(id, cancellationToken)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(new OwnFollowUpAnswer(view.Id, view.CaseNumber, view.Form.Key, view.State, view.Due, view.LastDay, view.Answers.Json, view.Result, view.Version));
                }))
            .RequirePermission(EvaluationPermissions.AnswerFollowUps).Produces<OwnFollowUpAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nytta").WithSummary("Läs en uppföljning").WithDescription("Bara den som är nyttoansvarig. Frågorna finns på `GET /api/v1/ideas/forms/{form}`.");
        api.MapPut("/follow-ups/{id:guid}", async (Guid id, JsonObject answers, AnswerFollowUp followUps, HttpRequest http, CancellationToken cancellationToken) =>
                (await followUps.SaveAsync(new(id, new Answers(answers), http.IfMatchVersion()), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.AnswerFollowUps).Changes().WithTags("Nytta").WithSummary("Spara en uppföljning").WithDescription("Luckor är tillåtna. Inget är skickat förrän `/send`.");
        api.MapPost("/follow-ups/{id:guid}/send", async (Guid id, JsonObject answers, AnswerFollowUp followUps, HttpRequest http, CancellationToken cancellationToken) =>
                (await followUps.SendAsync(new(id, new Answers(answers), http.IfMatchVersion()), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.AnswerFollowUps).Idempotent().Changes().WithTags("Nytta").WithSummary("Svara på en uppföljning")
            .WithDescription("Svaren hamnar också i idéns underlag. Exempel: `{ \"datum\": \"2026-11-20\", \"utfall\": [{ \"nytta\": \"Kortare väg\", \"varde\": \"22\", \"kronor-nu\": \"90000\", \"lage\": \"pa-vag\" }], \"varfor\": \"…\", \"gor\": \"…\" }`");
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
