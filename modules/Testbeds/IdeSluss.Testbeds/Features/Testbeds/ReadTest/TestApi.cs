using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.CloseTest;
using IdeSluss.Testbeds.Features.Testbeds.LogTest;
using IdeSluss.Testbeds.Features.Testbeds.PlanTest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTest;

/// <param name="Reason">Needed when a test ends before its last day.</param>
internal sealed record EndRequest(string? Reason);

/// <param name="Action">What was done about it.</param>
internal sealed record ClearRequest(string? Action);

internal sealed record CreatedLogEntry(Guid Id);

internal static class TestApi
{
    private const string Tag = "Tester";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tests", async (TestsView? view, string? after, ReadTests tests, CancellationToken cancellationToken) => TypedResults.Ok(await tests.ListAsync(view ?? TestsView.Open, after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.ReadTests).Produces<Page<TestLine>>()
            .WithTags(Tag).WithSummary("Lista tester").WithDescription("`view` är `Open`, `Mine` eller `Closed`. `next` är markören för nästa sida.");
        api.MapGet("/tests/{number}", async (string number, ReadTests tests, HttpResponse response, CancellationToken cancellationToken) => (await tests.FindAsync(number, cancellationToken)).ToHttp(test =>
            {
                response.SetVersionTag(test.Version);
                return TypedResults.Ok(test);
            }))
            .RequirePermission(TestbedsPermissions.ReadTests).Produces<TestView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs ett test").WithDescription("Plan, logg, resultat och, innan testet börjar, vad som saknas (`missing`). Aldrig vilka som deltar.");
        api.MapPut("/tests/{number}/preparation", async (string number, PreparationInput input, SavePreparation save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.HandleAsync(number, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Välj testledare och plats").WithDescription("`testbed` är testbäddens adress (`slug`). Den som leder testet kan lämna över det.");
        api.MapPost("/tests/{number}/start", async (string number, StartTest.StartTest start, HttpContext http, CancellationToken cancellationToken) =>
                (await start.HandleAsync(number, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers()
            .WithTags(Tag).WithSummary("Starta ett test").WithDescription("409 med en rad i `errors` för varje sak som saknas.");
        api.MapPost("/tests/{number}/end", async (string number, EndRequest request, EndTest end, HttpContext http, CancellationToken cancellationToken) =>
                (await end.HandleAsync(number, request.Reason, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Säg att ett test är slut").WithDescription("Inget mer samlas in. `reason` behövs när det slutar i förtid.");
        api.MapPost("/tests/{number}/result", async (string number, ResultInput input, CloseTest.CloseTest close, HttpContext http, CancellationToken cancellationToken) =>
                (await close.HandleAsync(number, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Avsluta ett test med resultat").WithDescription("422 om något i resultatet saknas, 409 om ett mått inte är mätt eller en händelse inte är utredd. Resultatet fylls i i idéns testrapport och lärdomsblad.");
        api.MapPost("/tests/{number}/log", async (string number, LogInput input, WriteLog log, CancellationToken cancellationToken) =>
                (await log.AddAsync(number, input, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/testbeds/tests/{number}", new CreatedLogEntry(id))))
            .RequirePermission(TestbedsPermissions.LeadTests).Idempotent().Produces<CreatedLogEntry>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skriv en rad i loggen").WithDescription("`kind` är `Note`, `Deviation`, `Usability` (1–7), `Accessibility` eller `Cost` (kronor). `participant` är deltagarens nummer.");
        api.MapPost("/tests/{number}/log/{id:guid}/clearing", async (string number, Guid id, ClearRequest request, WriteLog log, CancellationToken cancellationToken) =>
                (await log.ClearAsync(number, id, request.Action, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Säg att en händelse är utredd").WithDescription("Med vad ni gjorde. Alla händelser ska vara utredda innan testet avslutas.");
        api.MapPut("/tests/{number}/measures/{id:guid}", async (string number, Guid id, MeasureInput input, WriteLog log, CancellationToken cancellationToken) =>
                (await log.MeasureAsync(number, id, input, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.LeadTests).Answers(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skriv in ett mått efter testet").WithDescription("Jämförs med nollmätningen.");
    }

    private static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, params int[] more)
    {
        endpoint.Produces(StatusCodes.Status204NoContent);
        foreach (var status in more.Concat([StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed])) endpoint.ProducesProblem(status);
        return endpoint;
    }

    private static NoContent Changed(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}
