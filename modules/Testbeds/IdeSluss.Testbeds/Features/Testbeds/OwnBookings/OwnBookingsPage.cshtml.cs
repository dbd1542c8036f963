using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Calendar;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

[RequirePermission(TestbedsPermissions.Book)]
internal sealed class OwnBookingsPageModel(ReadBooking read, CalendarFeeds feeds, CurrentUser me, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public bool Past => Show == "tidigare";

    public bool Manages => me.Has(TestbedsPermissions.ManageBookings);

    public Page<BookingLine> Bookings { get; private set; } = new([], null);

    public string? CalendarAddress { get; private set; }

    public Text When(BookingLine line) => BookingWords.Of(line.ToPeriod(), time.StockholmToday());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Bookings = await read.OwnAsync(Past, After, cancellationToken);
        CalendarAddress = await feeds.OwnAddressAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await feeds.RenewOwnAsync(cancellationToken);
        return LocalRedirect("/arbete/bokningar#kalender");
    }
}
