using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.WaitingList;

/// <summary>
/// Every minute: ends what has waited too long, and offers each free place to the first in line who can take it. One save per person, with state, log and mail together: after a crash in the
/// middle it goes on where it was, and nobody is asked twice.
/// </summary>
internal sealed class AdvanceWaitingList(TestbedsDbContext db, Allocation allocation, BookingNews news, TimeProvider time) : IScheduledTask
{
    public const int OfferHours = 24;
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await EndAsync(db.BookingItems.Where(item => item.State == BookingState.Offered && item.OfferUntil <= now), BookingStep.OfferExpired, cancellationToken);
        await EndAsync(db.BookingItems.Where(item => (item.State == BookingState.Waiting || item.State == BookingState.Requested) && item.To <= now), BookingStep.TimePassed, cancellationToken);
        await OfferAsync(null, cancellationToken);
    }

    /// <summary>Offers what is free now.</summary>
    /// <param name="resources">Null for all.</param>
    public async Task OfferAsync(IReadOnlyCollection<Guid>? resources, CancellationToken cancellationToken)
    {
        var (everything, some) = (resources is null, resources?.ToArray() ?? []);
        var (at, last) = (DateTimeOffset.MinValue.AddYears(1), Guid.Empty);
        while (true)
        {
            // Only those for whom there is a unit: someone who waits for a long time that is never free must not stand in the way of the others.
            var free = await db.Database.SqlQuery<InLine>($"""
                select item.id as "Id", item.requested_at as "At" from testbeds.booking_item item join testbeds.bookable_resource resource on resource.id = item.resource_id
                where item.state = 'Waiting' and ({everything} or item.resource_id = any({some})) and (item.requested_at, item.id) > ({at}, {last})
                    and (select count(distinct other.unit_number) from testbeds.booking_item other
                        where other.resource_id = item.resource_id and other.unit_number <= resource.units and other.held && tstzrange(item.held_from, item.held_to)) < resource.units
                order by item.requested_at, item.id limit {Batch}
                """).ToListAsync(cancellationToken);
            foreach (var one in free) await OfferAsync(one.Id, cancellationToken);
            if (free.Count < Batch) return;
            (at, last) = (free[^1].At, free[^1].Id);
        }
    }

    private async Task OfferAsync(Guid id, CancellationToken cancellationToken)
    {
        await allocation.RunAsync<Done>(async again =>
        {
            var item = await db.BookingItems.FirstAsync(one => one.Id == id, cancellationToken);
            var booking = await db.Bookings.FirstAsync(one => one.Id == item.BookingId, cancellationToken);
            var thing = (await allocation.HoldAsync([item.ResourceId], cancellationToken))[0];
            var now = time.GetUtcNow();
            if (item.State != BookingState.Waiting || BookingRules.Refusal(thing, booking.Period.By(thing.Resource.BookedBy), now, item.RequestedAt.StockholmDay()) is not null) return Done.It;
            if (await AtLimitAsync(booking, thing.Resource, cancellationToken)) return await SkipAsync(item, cancellationToken);
            if (await allocation.FreeUnitsAsync(thing.Resource, item.HeldFrom, item.HeldTo, again, cancellationToken) is not [var unit, ..]) return Done.It;
            (item.State, item.UnitNumber) = (BookingState.Offered, unit);
            // Whole days can be taken until the first is over.
            var latest = booking.WholeDays ? booking.Period.FirstDay.AddDays(1).StartInStockholm() : item.From;
            item.OfferUntil = now.AddHours(OfferHours) < latest ? now.AddHours(OfferHours) : latest;
            news.Log(booking.Id, item.Id, BookingStep.Offered, null);
            await news.TellAsync(booking, "Det finns en ledig plats åt dig", "Hej!\n\nNågot du står i kö för har blivit ledigt. Svara senast {1}, annars går platsen till nästa i kön:\n{0}\n", () => item.OfferUntil.Value.ForPeople(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }, cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> AtLimitAsync(Booking booking, BookableResource resource, CancellationToken cancellationToken)
    {
        if (resource.MostPerPerson is not { } most) return false;
        await allocation.LockPersonAsync(booking.PersonId, cancellationToken);
        return await allocation.HeldByAsync(booking.PersonId, resource.Id, cancellationToken) >= most;
    }

    /// <summary>Stays in line; said once, not every minute.</summary>
    private async Task<Outcome<Done>> SkipAsync(BookingItem item, CancellationToken cancellationToken)
    {
        var latest = await db.BookingLog.Where(entry => entry.ItemId == item.Id).OrderByDescending(entry => entry.Id).Select(entry => (BookingStep?)entry.Step).FirstOrDefaultAsync(cancellationToken);
        if (latest == BookingStep.Skipped) return Done.It;
        news.Log(item.BookingId, item.Id, BookingStep.Skipped, null);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    private async Task EndAsync(IQueryable<BookingItem> over, BookingStep step, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ids = await over.OrderBy(item => item.Id).Select(item => item.Id).Take(Batch).ToListAsync(cancellationToken);
            var stale = 0;
            foreach (var id in ids)
            {
                var item = await db.BookingItems.FirstAsync(one => one.Id == id, cancellationToken);
                var booking = await db.Bookings.FirstAsync(one => one.Id == item.BookingId, cancellationToken);
                (item.State, item.OfferUntil) = (BookingState.Expired, null);
                news.Log(booking.Id, item.Id, step, null);
                await news.TellAsync(booking, step == BookingStep.OfferExpired ? "Platsen gick till nästa i kön" : "Det blev ingen bokning", step == BookingStep.OfferExpired
                    ? "Hej!\n\nDu hann inte svara på erbjudandet, så platsen går vidare till nästa i kön. Du kan boka en annan tid:\n{0}\n"
                    : "Hej!\n\nTiden du ville boka har varit, och det blev ingen bokning. Här ser du vad som hände:\n{0}\n", null, cancellationToken);
                // Somebody answered in the same moment: their answer counts.
                if (await db.SaveAsync(cancellationToken) is not null) stale++;
                db.ChangeTracker.Clear();
            }

            if (ids.Count < Batch || stale == ids.Count) return;
        }
    }

    private sealed record InLine(Guid Id, DateTimeOffset At);
}
