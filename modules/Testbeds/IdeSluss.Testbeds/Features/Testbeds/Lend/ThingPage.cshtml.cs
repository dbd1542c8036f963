using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

internal sealed record ThingBooking(Guid Booking, BookingPeriod Period, BookingState State);

/// <summary>Where a label leads: who has the thing now and next, and the label itself to print.</summary>
[RequirePermission(TestbedsPermissions.ManageBookings)]
internal sealed class ThingPageModel(LabelCode labels, TestbedsDbContext db, TimeProvider time) : IdeSlussPageModel
{
    private const int MostBookings = 10;

    public Label Label { get; private set; } = null!;

    public IReadOnlyList<ThingBooking> Bookings { get; private set; } = [];

    public Text When(ThingBooking booking) => BookingWords.Of(booking.Period, time.StockholmToday());

    public async Task<IActionResult> OnGetAsync(Guid thing, [FromQuery(Name = "nummer")] int? unit, CancellationToken cancellationToken)
    {
        if ((await labels.FindAsync(thing, unit ?? 1, cancellationToken)).Failed(out var problem, out var label)) return ShowProblem(problem);
        Label = label;
        var now = time.GetUtcNow();
        var rows = await db.BookingItems.AsNoTracking()
            .Where(item => item.ResourceId == thing && item.UnitNumber == label.Unit && (item.State == BookingState.Lent || (item.To > now && (item.State == BookingState.Booked || item.State == BookingState.Requested))))
            .OrderBy(item => item.From).Take(MostBookings).Select(item => new { item.BookingId, item.From, item.To, item.State }).ToListAsync(cancellationToken);
        Bookings = [.. rows.Select(row => new ThingBooking(row.BookingId, BookingPeriod.Seen(row.From, row.To), row.State))];
        return Page();
    }
}
