using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Times;

internal sealed record TimesAnswer(HoursInput Hours, IReadOnlyList<ClosedTime> Closed);

internal sealed record ClosedTime(Guid Id, DateTimeOffset From, DateTimeOffset To, string Reason);

internal sealed record CreatedBlackout(Guid Id);

internal static class TimesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapOfTestbeds(api.MapGroup("/inventory/{slug}"));
        MapOfEquipment(api.MapGroup("/equipment/{id:guid}"));
    }

    private static void MapOfTestbeds(RouteGroupBuilder inventory)
    {
        inventory.MapGet("/times", async (string slug, Guid? resource, KeepTimes times, CancellationToken cancellationToken) => (await times.ReadAsync(slug, resource, cancellationToken))
                .ToHttp(Times))
            .RequirePermission(TestbedsPermissions.Manage).Produces<TimesAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs öppettider och stängningar").WithDescription("Med `resource` dem som en sak har för sig; utan egna öppettider följer den testbäddens. Tomma öppettider betyder alltid öppet.");
        inventory.MapPut("/opening-hours", async (string slug, Guid? resource, HoursInput hours, KeepTimes times, CancellationToken cancellationToken) => (await times.SaveHoursAsync(slug, resource, hours, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra öppettiderna").WithDescription("En text per veckodag, som `08.00–12.00, 13.00–17.00`, i svensk tid. Det som redan är bokat gäller.");
        inventory.MapPost("/blackouts", async (string slug, Guid? resource, BlackoutInput input, KeepTimes times, CancellationToken cancellationToken) =>
                (await times.CloseAsync(slug, resource, input, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/testbeds/inventory/{slug}/times", new CreatedBlackout(id))))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent()
            .Produces<CreatedBlackout>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Stäng en tid").WithDescription("Tiden som när man bokar. 409 när det redan är stängt, när något är utlämnat, och när något är bokat då; med `callOff` ställs det bokade in med samma skäl.");
        inventory.MapDelete("/blackouts/{id:guid}", async (string slug, Guid id, KeepTimes times, CancellationToken cancellationToken) => (await times.OpenAgainAsync(slug, null, id, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Ta bort en stängning").WithDescription("Tiden går att boka igen.");
    }

    private static void MapOfEquipment(RouteGroupBuilder equipment)
    {
        equipment.MapGet("/times", async (Guid id, KeepTimes times, CancellationToken cancellationToken) => (await times.ReadAsync(null, id, cancellationToken)).ToHttp(Times))
            .RequirePermission(TestbedsPermissions.Manage).Produces<TimesAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs öppettider och stängningar för utrustning utan testbädd").WithDescription("Tomma öppettider betyder alltid öppet.");
        equipment.MapPut("/opening-hours", async (Guid id, HoursInput hours, KeepTimes times, CancellationToken cancellationToken) => (await times.SaveHoursAsync(null, id, hours, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra öppettiderna för utrustning utan testbädd").WithDescription("Som för en testbädd.");
        equipment.MapPost("/blackouts", async (Guid id, BlackoutInput input, KeepTimes times, CancellationToken cancellationToken) =>
                (await times.CloseAsync(null, id, input, cancellationToken)).ToHttp(blackout => TypedResults.Created($"/api/v1/testbeds/equipment/{id}/times", new CreatedBlackout(blackout))))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent()
            .Produces<CreatedBlackout>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Stäng en tid för utrustning utan testbädd").WithDescription("Som för en testbädd.");
        equipment.MapDelete("/blackouts/{blackout:guid}", async (Guid id, Guid blackout, KeepTimes times, CancellationToken cancellationToken) => (await times.OpenAgainAsync(null, id, blackout, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Ta bort en stängning av utrustning utan testbädd").WithDescription("Tiden går att boka igen.");
    }

    private static Ok<TimesAnswer> Times(TestbedTimes read) => TypedResults.Ok(new TimesAnswer(read.Hours, [.. read.Blackouts.Select(one => new ClosedTime(one.Id, one.Period.From, one.Period.To, one.Reason))]));
}
