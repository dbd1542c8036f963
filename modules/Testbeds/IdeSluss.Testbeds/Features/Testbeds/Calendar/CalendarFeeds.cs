using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Calendar;

/// <summary>
/// Calendars that other programs subscribe to (RFC 5545). Whoever has the address may read it, so it is shown only to those who may see what is in it, holds neither names nor purposes of
/// others, and can be exchanged for a new one.
/// </summary>
internal sealed class CalendarFeeds(TestbedsDbContext db, SecretTokens tokens, InstanceInfo instance, IStringLocalizer texts, CurrentUser me, TimeProvider time)
{
    private const string Purpose = "testbeds.calendar";
    private const int DaysBack = 60;
    private const int MostEvents = 5_000;

    /// <summary>One's own bookings; null when no address has been made.</summary>
    public async Task<string?> OwnAddressAsync(CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return await AddressAsync(db.CalendarFeeds.Where(one => one.PersonId == person), cancellationToken);
    }

    /// <summary>A new one; the one before stops working.</summary>
    public async Task<string> RenewOwnAsync(CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return await RenewAsync(db.CalendarFeeds.Where(one => one.PersonId == person), new() { Id = Guid.CreateVersion7(), PersonId = person, CreatedAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>Of a test bed that one looks after.</summary>
    public async Task<Outcome<CalendarAddress>> TestbedAddressAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) is { } testbed ? new CalendarAddress(await AddressAsync(db.CalendarFeeds.Where(one => one.TestbedId == testbed), cancellationToken)) : Inventory.OfficeTestbeds.NoSuchTestbed;

    public async Task<Outcome<string>> RenewTestbedAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) is { } testbed
            ? await RenewAsync(db.CalendarFeeds.Where(one => one.TestbedId == testbed), new() { Id = Guid.CreateVersion7(), TestbedId = testbed, CreatedAt = time.GetUtcNow() }, cancellationToken)
            : Inventory.OfficeTestbeds.NoSuchTestbed;

    /// <summary>What a program that subscribes reads.</summary>
    public async Task<Outcome<string>> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.IdOf(Purpose, token) is not { } id || await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } feed)
            return Problem.NotFound("Kalendern finns inte. Adressen kan ha bytts mot en ny.");
        // Programs have no language; the record's is Swedish.
        using var _ = new SpeakingTo("sv");
        var since = time.GetUtcNow().AddDays(-DaysBack);
        var rows = await (
            from item in db.BookingItems.AsNoTracking()
            join booking in db.Bookings on item.BookingId equals booking.Id
            join resource in db.Resources on item.ResourceId equals resource.Id
            join testbed in db.Testbeds on resource.TestbedId equals testbed.Id into places
            from place in places.DefaultIfEmpty()
            where item.To > since && item.State != BookingState.Returned && item.State != BookingState.Offered && BookingStates.Holding.Contains(item.State)
                && (feed.PersonId != null ? booking.PersonId == feed.PersonId : resource.TestbedId == feed.TestbedId)
            orderby item.From, item.Id
            select new { item.Id, item.BookingId, item.From, item.To, item.State, item.Version, resource.Name, Address = place == null ? null : place.Address, booking.CreatedAt }).Take(MostEvents).ToListAsync(cancellationToken);
        var calendar = new Ical.Net.Calendar { ProductId = "-//IdeSluss//Testbeds//SV" };
        foreach (var row in rows)
        {
            var period = BookingPeriod.Seen(row.From, row.To);
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{row.Id:N}@{new Uri(instance.PublicAddress).Host}", Summary = row.State == BookingState.Requested ? texts["{0} (inte godkänd än)", row.Name].Value : row.Name, Location = row.Address,
                // Days float: they are the same wherever one reads them.
                Start = period.WholeDays ? new CalDateTime(period.FirstDay) : new CalDateTime(row.From.UtcDateTime), End = period.WholeDays ? new CalDateTime(period.LastDay.AddDays(1)) : new CalDateTime(row.To.UtcDateTime),
                DtStamp = new CalDateTime(row.CreatedAt.UtcDateTime), Sequence = row.Version, Url = feed.PersonId is null ? null : new Uri($"{instance.PublicAddress}/arbete/bokningar/{row.BookingId}"),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private async Task<Guid?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await db.Testbeds.Within(me.Scope(TestbedsPermissions.ManageBookings)).Where(one => one.Slug == slug).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<string?> AddressAsync(IQueryable<CalendarFeed> feed, CancellationToken cancellationToken) =>
        await feed.Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken) is { } id ? AddressOf(id) : null;

    private async Task<string> RenewAsync(IQueryable<CalendarFeed> old, CalendarFeed fresh, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await old.ExecuteDeleteAsync(cancellationToken);
        db.CalendarFeeds.Add(fresh);
        db.Audit(new("testbeds.calendar-address-renewed", "calendar", fresh.Id, me.RequiredId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AddressOf(fresh.Id);
    }

    private string AddressOf(Guid id) => $"{instance.PublicAddress}/api/v1/testbeds/calendars/{tokens.Of(Purpose, id)}.ics";
}
