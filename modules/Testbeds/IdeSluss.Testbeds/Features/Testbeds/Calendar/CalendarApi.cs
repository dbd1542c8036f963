using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Calendar;

/// <param name="Address">Null when none has been made.</param>
internal sealed record CalendarAddress(string? Address);

internal static class CalendarApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/testbeds/{slug}/calendar", async (string slug, string? month, ReadCalendar calendar, CancellationToken cancellationToken) => (await calendar.HandleAsync(slug, month, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll("when something is taken is for everyone; who has it is not shown").Produces<TestbedCalendar>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("En månad i en testbädds kalender").WithDescription("`month` som `2027-03`; annars denna. Vad som är upptaget och stängt, men inte vem som har bokat.");
        api.MapGet("/calendars/{token}.ics", async (string token, CalendarFeeds feeds, CancellationToken cancellationToken) => (await feeds.ReadAsync(token, cancellationToken)).ToHttp(text => TypedResults.Text(text, "text/calendar", Encoding.UTF8)))
            .OpenToAll("the address is a secret too long to guess, which its owner gives to a program; a whole office asks from one address")
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("Kalender att prenumerera på (iCalendar)").WithDescription("`token` är det hemliga i adressen. Bokningar från två månader tillbaka och framåt.");
        api.MapGet("/bookings/calendar", async (CalendarFeeds feeds, CancellationToken cancellationToken) => TypedResults.Ok(new CalendarAddress(await feeds.OwnAddressAsync(cancellationToken))))
            .RequirePermission(TestbedsPermissions.Book).WithTags("Bokningar").WithSummary("Adressen till ens egen kalender").WithDescription("`address` är null tills man har skapat en.");
        api.MapPut("/bookings/calendar", async (CalendarFeeds feeds, CancellationToken cancellationToken) => TypedResults.Ok(new CalendarAddress(await feeds.RenewOwnAsync(cancellationToken))))
            .RequirePermission(TestbedsPermissions.Book).WithTags("Bokningar").WithSummary("Skapa en ny adress till ens egen kalender").WithDescription("Den gamla slutar fungera.");
        api.MapGet("/inventory/{slug}/calendar-address", async (string slug, CalendarFeeds feeds, CancellationToken cancellationToken) => (await feeds.TestbedAddressAsync(slug, cancellationToken)).ToHttp(address => TypedResults.Ok(address)))
            .RequirePermission(TestbedsPermissions.ManageBookings).Produces<CalendarAddress>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("Adressen till en testbädds kalender").WithDescription("För den som sköter bokningarna. `address` är null tills någon har skapat en.");
        api.MapPut("/inventory/{slug}/calendar-address", async (string slug, CalendarFeeds feeds, CancellationToken cancellationToken) => (await feeds.RenewTestbedAsync(slug, cancellationToken)).ToHttp(address => TypedResults.Ok(new CalendarAddress(address))))
            .RequirePermission(TestbedsPermissions.ManageBookings).Produces<CalendarAddress>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("Skapa en ny adress till en testbädds kalender").WithDescription("Den gamla slutar fungera.");
    }
}
