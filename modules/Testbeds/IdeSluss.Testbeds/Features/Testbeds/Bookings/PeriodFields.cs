using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>A time as it is typed on a page or sent to the API; see <see cref="PeriodInput"/>.</summary>
internal abstract class PeriodFields
{
    public string? FromDay { get; set; }

    /// <summary>Null, together with <see cref="ToTime"/>, for whole days.</summary>
    public string? FromTime { get; set; }

    /// <summary>Asked for only where the clock time comes twice.</summary>
    public Turn? FromTurn { get; set; }
    public string? ToDay { get; set; }
    public string? ToTime { get; set; }
    public Turn? ToTurn { get; set; }

    public PeriodInput ToPeriod() => new(FromDay, FromTime, ToDay, ToTime, FromTurn, ToTurn);

    public static IReadOnlyList<Choice> Turns(IStringLocalizer texts) => [new(nameof(Turn.First), texts["Den första, före att klockan ställs tillbaka"]), new(nameof(Turn.Second), texts["Den andra, efter att klockan har ställts tillbaka"])];
}
