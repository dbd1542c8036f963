using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

[RequirePermission(TestbedsPermissions.Book)]
internal sealed class MovePageModel(ReadBooking read, ChangeBooking change) : IdeSlussPageModel
{
    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public BookingView Booking { get; private set; } = null!;

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } missing) return missing;
        var period = Booking.ToPeriod();
        (Input.FromDay, Input.ToDay, Version) = (BookingWords.Typed(period.FirstDay), BookingWords.Typed(period.WholeDays ? period.LastDay : Booking.To.StockholmDay()), Booking.Version);
        if (!period.WholeDays) (Input.FromTime, Input.ToTime) = (Clock(Booking.From), Clock(Booking.To));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } missing) return missing;
        Version = version;
        if (!ModelState.IsValid) return ShowErrors();
        return (await change.MoveAsync(id, Input.ToPeriod(), version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/arbete/bokningar/{id}?klart=flyttad");
    }

    private static string Clock(DateTimeOffset at) => at.ToStockholm().ToString("HH.mm", CultureInfo.InvariantCulture);

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(id, cancellationToken)).Failed(out var problem, out var booking)) return ShowProblem(problem);
        Booking = booking;
        return booking.IsMine ? null : ShowProblem(BookingAccess.NoSuchBooking);
    }
}
