using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Lend;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

/// <summary>For the one who booked, and for those who look after what is booked: each sees what they can do.</summary>
[RequirePermission(TestbedsPermissions.Book)]
internal sealed class BookingPageModel(ReadBooking read, ChangeBooking change, DecideBooking.DecideBooking decide, DecideBooking.CallOffBooking calling, LendThings lend, TimeProvider time) : IdeSlussPageModel
{
    public BookingView Booking { get; private set; } = null!;

    public string? Said { get; private set; }

    /// <summary>What could not be called off, so that its form stands open.</summary>
    public Guid? NotCalledOff { get; private set; }

    public Text When => BookingWords.Of(Booking.ToPeriod(), time.StockholmToday());

    public async Task<IActionResult> OnGetAsync(Guid id, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch
        {
            "bokad" => "Tack. Så här blev det.",
            "flyttad" => "Bokningen är flyttad.",
            "avboka" => "Bokningen är avbokad.",
            "ja" => "Du har tackat ja till platsen.",
            "lamna" => "Du står inte längre i kö.",
            "godkann" => "Bokningen är godkänd. Den som bokade får veta det.",
            "neka" => "Du har sagt nej. Den som bokade får veta varför.",
            "stall-in" => "Bokningen är inställd. Den som bokade får veta varför.",
            "lamna-ut" => "Saken är utlämnad.",
            "ta-tillbaka" => "Saken är tillbaka.",
            _ => null,
        };
        return await ShowAsync(id, cancellationToken) ?? Page();
    }

    /// <param name="version">Of the thing, or of the booking when all of it is cancelled.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid? item, int version, string? gor, CancellationToken cancellationToken)
    {
        var thing = item ?? Guid.Empty;
        // Each thing has its own field for words, so that an error stands at the right one.
        var field = gor == "stall-in" ? $"skal-{thing:N}" : $"text-{thing:N}";
        var text = Request.Form[field].FirstOrDefault();
        var outcome = gor switch
        {
            "avboka" => await change.CancelAsync(id, version, cancellationToken),
            "ja" => await change.AcceptAsync(thing, version, cancellationToken),
            "lamna" => await change.LeaveListAsync(thing, version, cancellationToken),
            "godkann" => await decide.ApproveAsync(thing, version, cancellationToken),
            "neka" => await decide.DeclineAsync(thing, version, text, cancellationToken),
            "stall-in" => await calling.HandleAsync(thing, version, text, cancellationToken),
            "lamna-ut" => await lend.HandOverAsync(thing, version, text, cancellationToken),
            "ta-tillbaka" => await lend.TakeBackAsync(thing, version, text, cancellationToken),
            _ => Problem.Invalid(new FieldError("", "Valet finns inte.")),
        };
        if (!outcome.Failed(out var problem, out _)) return LocalRedirect($"/arbete/bokningar/{id}?klart={gor}");
        if (gor == "stall-in") NotCalledOff = item;
        return await ShowAsync(id, cancellationToken) ?? ShowProblem(problem with { Errors = [.. problem.Errors.Select(error => error.Field is "reason" or "condition" ? error with { Field = field } : error)] });
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(id, cancellationToken)).Failed(out var problem, out var booking)) return ShowProblem(problem);
        Booking = booking;
        return null;
    }
}
