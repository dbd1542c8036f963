using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Calendar;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Times;

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class TimesPageModel(KeepTimes times, CalendarFeeds feeds, CurrentUser me, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public HoursInput Hours { get; set; } = new();

    [BindProperty]
    public BlackoutInput Closed { get; set; } = new();

    /// <summary>One thing in the test bed; null for all of it.</summary>
    [BindProperty(SupportsGet = true, Name = "sak")]
    public Guid? Thing { get; set; }

    public TestbedTimes Times { get; private set; } = null!;

    public string? CalendarAddress { get; private set; }

    public bool ManagesBookings => me.Has(TestbedsPermissions.ManageBookings);

    /// <summary>Something is booked then, and may be called off.</summary>
    public bool MayCallOff { get; private set; }

    public string? Said { get; private set; }

    public Text When(BookingPeriod period) => BookingWords.Of(period, time.StockholmToday());

    public async Task<IActionResult> OnGetAsync(string slug, string? klart, CancellationToken cancellationToken)
    {
        Said = klart switch { "tider" => "Öppettiderna är sparade.", "stang" => "Tiden är stängd.", "oppna" => "Tiden går att boka igen.", "adress" => "Kalendern har en ny adress.", _ => null };
        if (await ShowAsync(slug, cancellationToken) is { } missing) return missing;
        Hours = Times.Hours;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? gor, Guid? stangning, CancellationToken cancellationToken)
    {
        var (problem, prefix) = gor switch
        {
            "tider" => ((await times.SaveHoursAsync(slug, Thing, Hours, cancellationToken)).Problem, nameof(Hours)),
            "stang" => ((await times.CloseAsync(slug, Thing, Closed, cancellationToken)).Problem, nameof(Closed)),
            "oppna" => ((await times.OpenAgainAsync(slug, stangning ?? Guid.Empty, cancellationToken)).Problem, ""),
            "adress" => ((await feeds.RenewTestbedAsync(slug, cancellationToken)).Problem, ""),
            _ => (Problem.Invalid(new FieldError("", "Valet finns inte.")), ""),
        };
        if (problem is null) return LocalRedirect($"/arbete/testbaddar/{Uri.EscapeDataString(slug)}/tider?klart={gor}" + (Thing is { } thing ? $"&sak={thing}" : ""));
        if (await ShowAsync(slug, cancellationToken) is { } missing) return missing;
        MayCallOff = problem.Errors.Any(error => error.Field == "callOff");
        if (gor != "tider") Hours = Times.Hours;
        return ShowProblem(problem, prefix);
    }

    private async Task<IActionResult?> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if ((await times.ReadAsync(slug, Thing, cancellationToken)).Failed(out var problem, out var read)) return ShowProblem(problem);
        Times = read;
        CalendarAddress = Thing is null && ManagesBookings ? (await feeds.TestbedAddressAsync(slug, cancellationToken)).Value?.Address : null;
        return null;
    }
}
