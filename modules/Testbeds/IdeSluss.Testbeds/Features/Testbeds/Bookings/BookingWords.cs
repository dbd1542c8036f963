using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>What states and times are called; each also the key of its translation.</summary>
internal static class BookingWords
{
    public static string Of(BookingState state) => state switch
    {
        BookingState.Waiting => "Står i kö",
        BookingState.Offered => "Erbjuden plats",
        BookingState.Requested => "Väntar på godkännande",
        BookingState.Booked => "Bokad",
        BookingState.Lent => "Utlämnad",
        BookingState.Returned => "Återlämnad",
        BookingState.Declined => "Inte godkänd",
        BookingState.Cancelled => "Avbokad",
        _ => "Tiden gick ut",
    };

    public static StatusKind KindOf(BookingState state) => state switch
    {
        BookingState.Booked or BookingState.Lent => StatusKind.Success,
        BookingState.Requested or BookingState.Waiting => StatusKind.Info,
        BookingState.Offered => StatusKind.Warning,
        BookingState.Declined => StatusKind.Danger,
        _ => StatusKind.Neutral,
    };

    public static string Of(BookingStep step) => step switch
    {
        BookingStep.Asked => "Bokningen gjordes",
        BookingStep.JoinedList => "Ställdes i kö",
        BookingStep.Approved => "Godkändes",
        BookingStep.Declined => "Godkändes inte",
        BookingStep.Offered => "Fick ett erbjudande om plats",
        BookingStep.Skipped => "Hoppades över i kön, för att personen redan har så många bokningar som går",
        BookingStep.Accepted => "Tackade ja till platsen",
        BookingStep.LeftList => "Lämnade kön",
        BookingStep.OfferExpired => "Erbjudandet gick ut",
        BookingStep.TimePassed => "Tiden kom utan att det blev någon bokning",
        BookingStep.Cancelled => "Avbokades",
        BookingStep.CalledOff => "Ställdes in",
        BookingStep.Released => "Det som var kvar avbokades, för att testet är slut",
        BookingStep.Moved => "Flyttades till en annan tid",
        BookingStep.HandedOver => "Lämnades ut",
        BookingStep.TakenBack => "Togs tillbaka",
        _ => "Påminnelse om att lämna tillbaka",
    };

    /// <summary>A time for people: <c>torsdag 26 november kl. 08.30–16.00</c>, or the days.</summary>
    public static Text Of(BookingPeriod period, DateOnly today)
    {
        var (first, last) = (period.FirstDay.ForPeople(today), period.LastDay.ForPeople(today));
        if (period.WholeDays) return period.FirstDay == period.LastDay ? new("{0}, hela dagen", first) : new("{0} till och med {1}", first, last);
        var (from, to) = (Clock(period.From), Clock(period.To));
        return period.FirstDay == period.LastDay ? new("{0} kl. {1}–{2}", first, from, to) : new("{0} kl. {1} till {2} kl. {3}", first, from, last, to);
    }

    private static string Clock(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToStockholm().DateTime).ForPeople();

    /// <summary>As a date field wants it.</summary>
    public static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
