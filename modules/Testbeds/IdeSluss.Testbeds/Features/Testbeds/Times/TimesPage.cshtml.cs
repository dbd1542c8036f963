using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Calendar;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Times;

/// <summary>What the pages have in common: opening hours, and times that are closed.</summary>
internal abstract class TimesModel(KeepTimes times, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public HoursInput Hours { get; set; } = new();

    [BindProperty]
    public BlackoutInput Closed { get; set; } = new();

    public TestbedTimes Times { get; private set; } = null!;

    /// <summary>Something is booked then, and may be called off.</summary>
    public bool MayCallOff { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public Text When(BookingPeriod period) => BookingWords.Of(period, time.StockholmToday());

    protected async Task<IActionResult> ShowAsync(string? slug, Guid? thing, string? done, CancellationToken cancellationToken)
    {
        Said = done switch { "tider" => "Öppettiderna är sparade.", "stang" => "Tiden är stängd.", "oppna" => "Tiden går att boka igen.", "adress" => "Kalendern har en ny adress.", _ => null };
        if ((await times.ReadAsync(slug, thing, cancellationToken)).Failed(out var problem, out var read)) return ShowProblem(problem);
        (Times, Hours) = (read, read.Hours);
        return Page();
    }

    /// <returns>What must be corrected, and where on the page.</returns>
    protected async Task<(Problem? Problem, string Prefix)> ChangeAsync(string? slug, Guid? thing, string? what, Guid? blackout, CancellationToken cancellationToken) => what switch
    {
        "tider" => ((await times.SaveHoursAsync(slug, thing, Hours, cancellationToken)).Problem, nameof(Hours)),
        "stang" => ((await times.CloseAsync(slug, thing, Closed, cancellationToken)).Problem, nameof(Closed)),
        "oppna" => ((await times.OpenAgainAsync(slug, thing, blackout ?? Guid.Empty, cancellationToken)).Problem, ""),
        _ => (Problem.Invalid(new FieldError("", "Valet finns inte.")), ""),
    };

    protected async Task<IActionResult> ShowAgainAsync(string? slug, Guid? thing, Problem problem, string prefix, CancellationToken cancellationToken)
    {
        var typed = Hours;
        if ((await times.ReadAsync(slug, thing, cancellationToken)).Failed(out var missing, out var read)) return ShowProblem(missing);
        (Times, Hours) = (read, prefix == nameof(Hours) ? typed : read.Hours);
        MayCallOff = problem.Errors.Any(error => error.Field == "callOff");
        return ShowProblem(problem, prefix);
    }
}

[RequirePermission(TestbedsPermissions.Manage)]
internal sealed class TimesPageModel(KeepTimes times, CalendarFeeds feeds, CurrentUser me, TimeProvider time) : TimesModel(times, time)
{
    /// <summary>One thing in the test bed; null for all of it.</summary>
    [BindProperty(SupportsGet = true, Name = "sak")]
    public Guid? Thing { get; set; }

    public string Slug { get; private set; } = "";

    public string? CalendarAddress { get; private set; }

    public bool ManagesBookings => me.Has(TestbedsPermissions.ManageBookings);

    public async Task<IActionResult> OnGetAsync(string slug, string? klart, CancellationToken cancellationToken)
    {
        await ReadAsync(slug, cancellationToken);
        return await ShowAsync(slug, Thing, klart, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? gor, Guid? stangning, CancellationToken cancellationToken)
    {
        var (problem, prefix) = gor == "adress" ? ((await feeds.RenewTestbedAsync(slug, cancellationToken)).Problem, "") : await ChangeAsync(slug, Thing, gor, stangning, cancellationToken);
        if (problem is null) return LocalRedirect($"/arbete/testbaddar/{Uri.EscapeDataString(slug)}/tider?klart={gor}" + (Thing is { } thing ? $"&sak={thing}" : ""));
        await ReadAsync(slug, cancellationToken);
        return await ShowAgainAsync(slug, Thing, problem, prefix, cancellationToken);
    }

    private async Task ReadAsync(string slug, CancellationToken cancellationToken) =>
        (Slug, CalendarAddress) = (slug, Thing is null && ManagesBookings ? (await feeds.TestbedAddressAsync(slug, cancellationToken)).Value?.Address : null);
}
