using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.DecideBooking;

/// <param name="Waited">Working days since the request.</param>
internal sealed record QueueLine(Guid Booking, Guid Item, string Resource, string? Testbed, string Person, DateTimeOffset From, DateTimeOffset To, DateTimeOffset RequestedAt, int Waited, DateTimeOffset? RemindedAt = null)
{
    public BookingPeriod ToPeriod() => BookingPeriod.Seen(From, To);
}

/// <summary>What waits for an answer, the oldest first, and what is lent out, the first due first; of what one looks after.</summary>
internal sealed class ListQueue(TestbedsDbContext db, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 50;

    public Task<Page<QueueLine>> RequestsAsync(string? after, CancellationToken cancellationToken)
    {
        var items = db.BookingItems.AsNoTracking().Where(item => item.State == BookingState.Requested);
        if (Cursor.Parse(after) is { } last) items = items.Where(item => EF.Functions.GreaterThan(ValueTuple.Create(item.RequestedAt, item.Id), ValueTuple.Create(last.At, last.Id)));
        return PageAsync(items, loans: false, cancellationToken);
    }

    public Task<Page<QueueLine>> LoansAsync(string? after, CancellationToken cancellationToken)
    {
        var items = db.BookingItems.AsNoTracking().Where(item => item.State == BookingState.Lent);
        if (Cursor.Parse(after) is { } last) items = items.Where(item => EF.Functions.GreaterThan(ValueTuple.Create(item.To, item.Id), ValueTuple.Create(last.At, last.Id)));
        return PageAsync(items, loans: true, cancellationToken);
    }

    private async Task<Page<QueueLine>> PageAsync(IQueryable<BookingItem> items, bool loans, CancellationToken cancellationToken)
    {
        var joined =
            from item in items
            join booking in db.Bookings on item.BookingId equals booking.Id
            join resource in db.Resources.Within(me.Scope(TestbedsPermissions.ManageBookings)) on item.ResourceId equals resource.Id
            join testbed in db.Testbeds on resource.TestbedId equals testbed.Id into places
            from place in places.DefaultIfEmpty()
            select new { Item = item, booking.PersonId, resource.Name, Testbed = place == null ? null : place.Name };
        var ordered = loans ? joined.OrderBy(row => row.Item.To).ThenBy(row => row.Item.Id) : joined.OrderBy(row => row.Item.RequestedAt).ThenBy(row => row.Item.Id);
        var rows = await ordered.Take(PageSize + 1).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. rows.Select(row => row.PersonId).Distinct()], cancellationToken);
        var today = time.StockholmToday();
        var lines = rows.Take(PageSize).Select(row => new QueueLine(row.Item.BookingId, row.Item.Id, row.Name, row.Testbed, names.GetValueOrDefault(row.PersonId)?.DisplayName ?? "", row.Item.From, row.Item.To,
            row.Item.RequestedAt, WorkingDays.Between(row.Item.RequestedAt.StockholmDay(), today), row.Item.RemindedAt)).ToList();
        return new(lines, rows.Count > PageSize ? new Cursor(loans ? lines[^1].To : lines[^1].RequestedAt, lines[^1].Item).ToString() : null);
    }
}
