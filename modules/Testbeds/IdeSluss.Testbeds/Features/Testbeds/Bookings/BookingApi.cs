using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Book;
using IdeSluss.Testbeds.Features.Testbeds.OwnBookings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>Bookings: to make them, one's own, and what is done with each thing in them.</summary>
internal static class BookingApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bookings", async (BookInput input, BookPlaces book, CancellationToken cancellationToken) =>
                (await book.HandleAsync(input, cancellationToken)).ToHttp(booked => TypedResults.Created($"/api/v1/testbeds/bookings/{booked.Id}", booked)))
            .RequirePermission(TestbedsPermissions.Book).Idempotent()
            .Produces<BookedPlaces>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bokningar").WithSummary("Boka en eller flera saker för en tid")
            .WithDescription("Dagar som `2027-03-01`, tider som `08:30` i svensk tid; utan tider hela dagar, med sista dagen inräknad. Kommer klockslaget två gånger säger `fromTurn` och `toTurn` vilken: `First` eller `Second`. Allt bokas, eller inget; med `waitIfTaken` ställs du i kö för det som är upptaget.");
        api.MapGet("/bookings", async (bool? past, string? after, ReadBooking read, CancellationToken cancellationToken) => TypedResults.Ok(await read.OwnAsync(past ?? false, after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.Book)
            .WithTags("Bokningar").WithSummary("Lista sina bokningar").WithDescription("De kommande, med nästa först, eller med `past` de som har varit. `next` är markören för nästa sida.");
        api.MapGet("/bookings/{id:guid}", async (Guid id, ReadBooking read, HttpResponse response, CancellationToken cancellationToken) => (await read.FindAsync(id, cancellationToken)).ToHttp(booking =>
            {
                response.SetVersionTag(booking.Version);
                return TypedResults.Ok(booking);
            }))
            .RequirePermission(TestbedsPermissions.Book).Produces<BookingView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("Läs en bokning").WithDescription("Ens egen, eller en av något man sköter. ETag gäller bokningen; varje sak har en egen `version`.");
        api.MapPut("/bookings/{id:guid}/time", async (Guid id, MoveInput input, ChangeBooking change, HttpContext http, CancellationToken cancellationToken) =>
                (await change.MoveAsync(id, input.ToPeriod(), http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.Book)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bokningar").WithSummary("Flytta en bokning till en annan tid").WithDescription("Tiderna som när man bokar. Det som behöver godkännas behöver det på nytt. Är något upptaget är den gamla tiden kvar.");
        api.MapPost("/bookings/{id:guid}/cancellation", async (Guid id, ChangeBooking change, HttpContext http, CancellationToken cancellationToken) =>
                (await change.CancelAsync(id, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.Book)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Bokningar").WithSummary("Avboka").WithDescription("Allt i bokningen som inte har varit. Den som står först i kö får platsen erbjuden direkt.");
        Step<ChangeBooking>(api, "acceptance", TestbedsPermissions.Book, "Tacka ja till en erbjuden plats", "Måste göras medan erbjudandet gäller (`offerUntil`).", (handler, id, version, _, token) => handler.AcceptAsync(id, version, token));
        Step<ChangeBooking>(api, "withdrawal", TestbedsPermissions.Book, "Lämna kön eller tacka nej", "Platsen erbjuds nästa i kön.", (handler, id, version, _, token) => handler.LeaveListAsync(id, version, token));
        Step<DecideBooking.DecideBooking>(api, "approval", TestbedsPermissions.ManageBookings, "Godkänn en bokning", "409 när någon annan redan har svarat, när tiden har börjat, och för ens egen.", (handler, id, version, _, token) => handler.ApproveAsync(id, version, token));
        Step<DecideBooking.DecideBooking>(api, "rejection", TestbedsPermissions.ManageBookings, "Säg nej till en bokning", "`text` är skälet, som den som bokade får läsa.", (handler, id, version, text, token) => handler.DeclineAsync(id, version, text, token));
        Step<DecideBooking.CallOffBooking>(api, "calling-off", TestbedsPermissions.ManageBookings, "Ställ in en bokning", "Av det man sköter. `text` är skälet, som den som bokade får läsa.", (handler, id, version, text, token) => handler.HandleAsync(id, version, text, token));
        Step<Lend.LendThings>(api, "handover", TestbedsPermissions.ManageBookings, "Lämna ut det som är bokat", "`text` är skicket; frivilligt.", (handler, id, version, text, token) => handler.HandOverAsync(id, version, text, token));
        Step<Lend.LendThings>(api, "return", TestbedsPermissions.ManageBookings, "Ta tillbaka det som är utlånat", "`text` är skicket när det kom tillbaka.", (handler, id, version, text, token) => handler.TakeBackAsync(id, version, text, token));
        api.MapGet("/bookings/queue", async (string? after, DecideBooking.ListQueue queue, CancellationToken cancellationToken) => TypedResults.Ok(await queue.RequestsAsync(after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.ManageBookings)
            .WithTags("Bokningar").WithSummary("Bokningar som väntar på svar").WithDescription("Av det man sköter, med den äldsta först. `waited` är vardagar sedan bokningen gjordes.");
        api.MapGet("/bookings/loans", async (string? after, DecideBooking.ListQueue queue, CancellationToken cancellationToken) => TypedResults.Ok(await queue.LoansAsync(after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.ManageBookings)
            .WithTags("Bokningar").WithSummary("Det som är utlånat").WithDescription("Av det man sköter, med det som ska vara tillbaka först överst.");
    }

    private static void Step<THandler>(IEndpointRouteBuilder api, string step, string permission, string summary, string description, Func<THandler, Guid, int?, string?, CancellationToken, Task<Outcome<int>>> change) where THandler : class =>
        api.MapPost($"/bookings/items/{{item:guid}}/{step}", async (Guid item, ItemStep? body, THandler handler, HttpContext http, CancellationToken cancellationToken) =>
                (await change(handler, item, http.Request.IfMatchVersion(), body?.Text, cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(permission)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bokningar").WithSummary(summary).WithDescription(description + " `item` är en sak i bokningen, If-Match dess `version`.");

    private static NoContent Changed(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}

internal sealed record ItemStep(string? Text);
