using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <param name="Name">Swedish, also the key of its translation.</param>
/// <param name="IsYardstick">The law names no number of days.</param>
/// <param name="Law">Code of the legal reference.</param>
/// <param name="Ended">Why it stopped, in words; null while it runs.</param>
internal sealed record LegalClockView(
    Guid Id, string? CaseNumber, string? Title, string Kind, string Name, string? Law, string? Starts, DateOnly? StartsOn, DateOnly? Due, bool IsYardstick, bool MayExtend, DateOnly? ExtendedOn, string? ExtensionNote,
    string? Ended, DateOnly? EndedOn, string? EndNote, Text Said, StatusKind Tag, int Version)
{
    public static LegalClockView Of(LegalClock clock, LegalClockKind? kind, string? caseNumber, string? title, DateOnly today)
    {
        var (said, tag) = Words(clock, today);
        return new(
            clock.Id, caseNumber, title, clock.Kind, clock.KindName, kind?.LegalReference, kind?.Starts, clock.StartsOn, clock.Due, kind?.IsYardstick == true, clock.Runs && clock.StartsOn is not null && clock.ExtendedOn is null && kind?.Extension is not null,
            clock.ExtendedOn, clock.ExtensionNote, clock.Stop is { } stop ? StopReasons.NameOf(stop) : null, clock.StoppedAt?.StockholmDay(), clock.StopNote, said, tag, clock.Version);
    }

    private static (Text Said, StatusKind Tag) Words(LegalClock clock, DateOnly today)
    {
        if (!clock.Runs) return ("Avslutad", StatusKind.Neutral);
        if (clock.Due is not { } due) return ("Väntar på första dagen", StatusKind.Warning);
        if (due == today) return ("Sista dagen är i dag", StatusKind.Warning);
        if (due < today) return (today.DayNumber - due.DayNumber == 1 ? "En dag över tiden" : new Text("{0} dagar över tiden", today.DayNumber - due.DayNumber), StatusKind.Danger);
        var left = due.DayNumber - today.DayNumber;
        return (left == 1 ? "En dag kvar" : new Text("{0} dagar kvar", left), ClockRules.Percent(clock.StartsOn!.Value, due, today) is null ? StatusKind.Neutral : StatusKind.Warning);
    }
}

/// <summary>The legal clocks of a case, for whoever has been let in to it.</summary>
internal sealed class CaseLegalClocks(IdeasDbContext db, ClockKinds kinds, TimeProvider time)
{
    public async Task<IReadOnlyList<LegalClockView>> OfAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        return [.. (await db.LegalClocks.AsNoTracking().Where(clock => clock.IdeaId == ideaId).OrderBy(clock => clock.Id).ToListAsync(cancellationToken)).Select(clock => LegalClockView.Of(clock, kinds.Find(clock.Kind), null, null, today))];
    }
}
