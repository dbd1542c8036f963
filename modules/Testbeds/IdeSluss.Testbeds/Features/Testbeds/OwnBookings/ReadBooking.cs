using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

/// <param name="IsMine">The reader booked it.</param>
/// <param name="Test">Number of the test that it belongs to, where the reader may read it.</param>
internal sealed record BookingView(
    Guid Id, string Person, bool IsMine, string Purpose, string? Idea, string? Test, DateTimeOffset From, DateTimeOffset To, bool WholeDays, bool CanCancel, bool CanMove, IReadOnlyList<BookingItemView> Items, IReadOnlyList<BookingLogLine> Log, int Version)
{
    public BookingPeriod ToPeriod() => BookingPeriod.Between(From, To, WholeDays);
}

/// <param name="Manages">The reader looks after it.</param>
/// <param name="CanLend">It is handed over and taken back.</param>
internal sealed record BookingItemView(
    Guid Id, Guid Resource, string Name, ResourceKind Kind, int Unit, int Units, string? Testbed, string? Slug, string? Address, string? ContactRole, BookingState State, DateTimeOffset? OfferUntil, string? Reason, int? PlaceInLine,
    DateTimeOffset To, DateTimeOffset? HandedOverAt, string? ConditionOut, DateTimeOffset? ReturnedAt, string? ConditionBack, bool Manages, bool CanLend, bool CanCallOff, int Version);

internal sealed record BookingLogLine(BookingStep Step, DateTimeOffset At, string? By, string? Thing);

internal sealed record BookingLine(Guid Id, string What, DateTimeOffset From, DateTimeOffset To, bool WholeDays, IReadOnlyList<BookingState> States)
{
    public BookingPeriod ToPeriod() => BookingPeriod.Between(From, To, WholeDays);
}

internal sealed class ReadBooking(TestbedsDbContext db, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;
    private const int MostLog = 200;

    public async Task<Outcome<BookingView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var scope = me.Scope(TestbedsPermissions.ManageBookings);
        var (person, managed) = (me.RequiredId, db.Resources.Within(scope));
        if (await db.Bookings.AsNoTracking().Include(one => one.Items).FirstOrDefaultAsync(one => one.Id == id && (one.PersonId == person || one.Items.Any(item => managed.Any(resource => resource.Id == item.ResourceId))), cancellationToken) is not { } booking)
            return BookingAccess.NoSuchBooking;
        var ids = booking.Items.Select(item => item.ResourceId).Distinct().ToArray();
        var resources = await db.Resources.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var places = resources.Values.Where(one => one.TestbedId is not null).Select(one => one.TestbedId!.Value).ToArray();
        var testbeds = await db.Testbeds.AsNoTracking().Where(one => places.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var log = await db.BookingLog.AsNoTracking().Where(entry => entry.BookingId == id).OrderBy(entry => entry.Id).Take(MostLog).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. log.Where(entry => entry.ActorId is not null).Select(entry => entry.ActorId!.Value).Append(booking.PersonId).Distinct()], cancellationToken);
        var (now, items) = (time.GetUtcNow(), new List<BookingItemView>());
        foreach (var item in booking.Items.OrderBy(item => item.Id))
        {
            var resource = resources[item.ResourceId];
            var testbed = resource.TestbedId is { } place ? testbeds[place] : null;
            items.Add(new(item.Id, resource.Id, resource.Name, resource.Kind, item.UnitNumber, resource.Units, testbed?.Name, testbed?.Slug, testbed?.Address, testbed?.ContactRole, item.State, item.OfferUntil, item.Reason,
                item.State == BookingState.Waiting ? await PlaceInLineAsync(item, cancellationToken) : null, item.To, item.HandedOverAt, item.ConditionOut, item.ReturnedAt, item.ConditionBack,
                scope.Covers(resource.AuthorityId, resource.UnitId), resource.Kind is ResourceKind.Equipment or ResourceKind.Vehicle,
                scope.Covers(resource.AuthorityId, resource.UnitId) && item.State == BookingState.Booked && item.To > now, item.Version));
        }

        var mine = booking.PersonId == person;
        return new BookingView(booking.Id, names.GetValueOrDefault(booking.PersonId)?.DisplayName ?? "", mine, booking.Purpose, booking.Idea, await TestOfAsync(booking.Idea, cancellationToken), booking.From, booking.To, booking.WholeDays, mine && booking.Items.Exists(item => item.CanCancel(now)),
            mine && booking.Items.Exists(item => item.State is BookingState.Requested or BookingState.Booked) && booking.Items.TrueForAll(item => item.State != BookingState.Lent) && booking.To > now, items,
            [.. log.Select(entry => new BookingLogLine(entry.Step, entry.At, entry.ActorId is { } actor ? names.GetValueOrDefault(actor)?.DisplayName : null, booking.Items.Count > 1 ? items.Find(item => item.Id == entry.ItemId)?.Name : null))], booking.Version);
    }

    private async Task<string?> TestOfAsync(string? idea, CancellationToken cancellationToken) => idea is null
        ? null
        : await db.Trials.Within(me.Scope(TestbedsPermissions.ReadTests)).Where(trial => trial.CaseNumber == idea || trial.Number == idea).OrderByDescending(trial => trial.Round).Select(trial => trial.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>One's own: those to come, the next first, or those that have been, the latest first.</summary>
    public async Task<Page<BookingLine>> OwnAsync(bool past, string? after, CancellationToken cancellationToken)
    {
        var (person, now) = (me.RequiredId, time.GetUtcNow());
        var bookings = db.Bookings.AsNoTracking().Where(one => one.PersonId == person && (past ? one.To <= now : one.To > now));
        if (Cursor.Parse(after) is { } last)
            bookings = past
                ? bookings.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.From, one.Id), ValueTuple.Create(last.At, last.Id)))
                : bookings.Where(one => EF.Functions.GreaterThan(ValueTuple.Create(one.From, one.Id), ValueTuple.Create(last.At, last.Id)));
        bookings = past ? bookings.OrderByDescending(one => one.From).ThenByDescending(one => one.Id) : bookings.OrderBy(one => one.From).ThenBy(one => one.Id);
        var rows = await bookings.Take(PageSize + 1).Select(one => new
        {
            one.Id, one.From, one.To, one.WholeDays,
            Things = one.Items.OrderBy(item => item.Id).Select(item => new { item.State, Name = db.Resources.Where(resource => resource.Id == item.ResourceId).Select(resource => resource.Name).FirstOrDefault()! }).ToList(),
        }).ToListAsync(cancellationToken);
        var lines = rows.Take(PageSize).Select(row => new BookingLine(row.Id, string.Join(", ", row.Things.Select(thing => thing.Name).Distinct()), row.From, row.To, row.WholeDays, [.. row.Things.Select(thing => thing.State).Distinct().Order()])).ToList();
        return new(lines, rows.Count > PageSize ? new Cursor(lines[^1].From, lines[^1].Id).ToString() : null);
    }

    private Task<int> PlaceInLineAsync(BookingItem item, CancellationToken cancellationToken) => db.BookingItems.CountAsync(
        other => other.State == BookingState.Waiting && other.ResourceId == item.ResourceId && other.HeldFrom < item.HeldTo && other.HeldTo > item.HeldFrom
            && (other.RequestedAt < item.RequestedAt || (other.RequestedAt == item.RequestedAt && other.Id <= item.Id)), cancellationToken);
}
