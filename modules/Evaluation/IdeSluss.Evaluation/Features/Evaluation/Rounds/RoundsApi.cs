using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <param name="Criteria">Key → each one's step, lowest first.</param>
internal sealed record RoundAnswer(
    Guid Id, string CaseNumber, string Gate, int SheetVersion, DateOnly LastDay, bool IsOpen, IReadOnlyList<AskedAnswer> Asked, decimal? Score, decimal? Lowest, decimal? Highest, int? Count, IReadOnlyDictionary<string, IReadOnlyList<int>>? Criteria,
    bool? FarApart, string? Hidden, IReadOnlyList<SentAnswer>? Judgements, TalkView? Talk);

internal sealed record AskedAnswer(Guid Id, string Name, ReviewState State);

internal sealed record SentAnswer(string Name, decimal Score, string Why);

internal sealed record MoreRequest(IReadOnlyList<Guid>? Reviewers);

internal static class RoundsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds", async (bool? open, string? after, ReadRounds rounds, CancellationToken cancellationToken) => TypedResults.Ok(await rounds.ListAsync(open ?? true, after, cancellationToken)))
            .RequirePermission(EvaluationPermissions.ReadRounds).WithTags("Bedömning").WithSummary("Lista bedömningar").WithDescription("De som pågår eller väntar på ett samtal. `open=false` ger de avslutade. `next` är `after` för nästa sida.");
        api.MapGet("/rounds/{id:guid}", async (Guid id, ReadRounds rounds, IStringLocalizer texts, HttpResponse response, CancellationToken cancellationToken) =>
                (await rounds.FindAsync(id, cancellationToken)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(Of(view, texts));
                }))
            .RequirePermission(EvaluationPermissions.ReadRounds).Produces<RoundAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bedömning").WithSummary("Läs en bedömning")
            .WithDescription("Poängen står alltid med den lägsta, den högsta och antalet. Den som själv är tillfrågad ser inget av de andra förrän den egna bedömningen är skickad: då säger `hidden` varför. ETag är det som If-Match vill ha.");
        api.MapGet("/cases/{number}/rounds", async (string number, ReadRounds rounds, IStringLocalizer texts, CancellationToken cancellationToken) =>
                TypedResults.Ok((await rounds.OfCaseAsync(number, cancellationToken)).Select(view => Of(view, texts)).ToList()))
            .RequirePermission(EvaluationPermissions.ReadRounds).Produces<IReadOnlyList<RoundAnswer>>().WithTags("Bedömning").WithSummary("En idés bedömningar").WithDescription("Den senaste först.");
        MapChanges(api);
    }

    private static void MapChanges(IEndpointRouteBuilder api)
    {
        api.MapPost("/rounds/{id:guid}/reviewers", async (Guid id, MoreRequest request, ManageRound manage, HttpRequest http, CancellationToken cancellationToken) =>
                (await manage.AskAsync(id, request.Reviewers ?? [], http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Ask).Idempotent().Changes().WithTags("Bedömning").WithSummary("Fråga fler").WithDescription("Jäv prövas innan någon tillfrågas. Exempel: `{ \"reviewers\": [\"…\"] }`");
        api.MapPost("/rounds/{id:guid}/reviewers/{review:guid}/withdraw", async (Guid id, Guid review, ManageRound manage, HttpRequest http, CancellationToken cancellationToken) =>
                (await manage.WithdrawAsync(id, review, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Ask).Changes().WithTags("Bedömning").WithSummary("Sluta vänta på någon").WithDescription("Personen får besked. Det som är skickat går inte att ta bort.");
        api.MapPost("/rounds/{id:guid}/close", async (Guid id, ManageRound manage, HttpRequest http, CancellationToken cancellationToken) =>
                (await manage.CloseAsync(id, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Ask).Changes().WithTags("Bedömning").WithSummary("Avsluta en bedömning").WithDescription("De som inte har svarat behöver inte göra det längre.");
        api.MapPost("/rounds/{id:guid}/talk", async (Guid id, TalkRequest request, ManageRound manage, HttpRequest http, CancellationToken cancellationToken) =>
                (await manage.TalkAsync(id, request, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Judge).Changes().WithTags("Bedömning").WithSummary("Skriv in vad ett samtal ledde till")
            .WithDescription("När bedömarna är långt från varandra. De skickade bedömningarna ändras inte. Exempel: `{ \"agreed\": false, \"text\": \"Vi är oense om kostnaden.\" }`");
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static RoundAnswer Of(RoundView view, IStringLocalizer texts) => new(
        view.Id, view.CaseNumber, view.Gate, view.SheetNumber, view.LastDay, view.ClosedAt is null, [.. view.Asked.Select(one => new AskedAnswer(one.ReviewId, one.Name, one.State))], view.Result?.Score, view.Result?.Lowest, view.Result?.Highest,
        view.Result?.Count, view.Result?.Criteria.ToDictionary(one => one.Criterion.Key, one => one.Steps), view.Result?.FarApart, view.Hidden is { } hidden ? texts.Say(hidden) : null, view.Sent?.Select(one => new SentAnswer(one.Name, one.Score, one.Why)).ToList(), view.Talk);
}
