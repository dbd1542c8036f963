using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

internal sealed record StartClockBody(string? Kind, DateOnly? StartsOn);

internal sealed record ClockStarted(Guid Id);

/// <param name="Days">In words: the limit's unit is part of the rule.</param>
internal sealed record ClockKindView(string Code, string Name, string Starts, int Limit, string Unit, bool Yardstick, string Law, string? StartedByRedirect);

/// <param name="Reason"><c>DONE</c>, <c>HANDED_OVER</c>, <c>WITHDRAWN</c> or <c>NOT_APPLICABLE</c>.</param>
internal sealed record ChangeClockBody(DateOnly? StartsOn = null, string? Reason = null, string? Note = null);

internal static class LegalClockApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka tidens version (ETag från GET …/legal-clocks/{id}) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/legal-clock-kinds", (ClockKinds kinds, IStringLocalizer texts) => TypedResults.Ok(kinds.All.Select(kind => new ClockKindView(
                kind.Code, texts[kind.Name], texts[kind.Starts], kind.Limit.Count, kind.Limit.Unit.ToString(), kind.IsYardstick, kind.LegalReference, kind.StartedByRedirect)).ToList()))
            .RequirePermission(IdeasPermissions.LegalTime)
            .Produces<IReadOnlyList<ClockKindView>>()
            .WithTags("Lagens tider")
            .WithSummary("Lista de tider som lagar sätter");
        api.MapPost("/ideas/{number}/legal-clocks", async (string number, StartClockBody body, ManageLegalClock clocks, CancellationToken ct) =>
                (await clocks.StartAsync(number, body.Kind, body.StartsOn, ct)).ToHttp(id => TypedResults.Created($"/api/v1/ideas/legal-clocks/{id}", new ClockStarted(id))))
            .RequirePermission(IdeasPermissions.LegalTime)
            .Idempotent()
            .Produces<ClockStarted>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Lagens tider")
            .WithSummary("Starta en lagstadgad tid för ett ärende")
            .WithDescription("En av varje slag kan gå samtidigt. Exempel: `{ \"kind\": \"CITIZEN_PROPOSAL_COMMITTEE\", \"startsOn\": \"2026-02-16\" }`");
        var group = api.MapGroup("/legal-clocks").WithTags("Lagens tider");
        group.MapGet("", async (string? kind, bool? ended, string? after, ListLegalClocks list, CancellationToken ct) => TypedResults.Ok(await list.HandleAsync(kind, ended ?? false, after, ct)))
            .RequirePermission(IdeasPermissions.LegalTime)
            .Produces<Page<LegalClockView>>()
            .WithSummary("Lista lagstadgade tider")
            .WithDescription("De som saknar första dag står först, sedan de som har gått över tiden. `ended=true` ger de avslutade. `next` är markören för nästa sida: skicka den som `after`.");
        group.MapGet("/{id:guid}", async (Guid id, ManageLegalClock clocks, HttpResponse response, CancellationToken ct) => (await clocks.ReadAsync(id, ct)).ToHttp(clock =>
                {
                    response.SetVersionTag(clock.Version);
                    return TypedResults.Ok(clock);
                }))
            .RequirePermission(IdeasPermissions.LegalTime)
            .Produces<LegalClockView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Läs en lagstadgad tid");
        Post(group, "/day", (clocks, id, body, version, ct) => clocks.EnterDayAsync(id, body.StartsOn, version, ct)).WithSummary("Skriv in eller rätta dagen tiden räknas från").WithDescription("Exempel: `{ \"startsOn\": \"2026-02-16\" }`");
        Post(group, "/extend", (clocks, id, body, version, ct) => clocks.ExtendAsync(id, body.Note, version, ct)).WithSummary("Förläng en tid som får förlängas").WithDescription("En gång, innan tiden är ute, när den som väntar har fått veta varför. `note` säger hur.");
        Post(group, "/stop", (clocks, id, body, version, ct) => clocks.StopAsync(id, body.Reason, body.Note, version, ct)).WithSummary("Avsluta en tid").WithDescription("`reason` är DONE, HANDED_OVER, WITHDRAWN eller NOT_APPLICABLE; den sista kräver `note`.");
    }

    private static RouteHandlerBuilder Post(RouteGroupBuilder group, string path, Func<ManageLegalClock, Guid, ChangeClockBody, int, CancellationToken, Task<Outcome<Done>>> change) =>
        group.MapPost("/{id:guid}" + path, async (Guid id, ChangeClockBody body, ManageLegalClock clocks, HttpRequest request, CancellationToken ct) =>
                (request.IfMatchVersion() is { } version ? await change(clocks, id, body, version, ct) : NoVersion).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.LegalTime)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
