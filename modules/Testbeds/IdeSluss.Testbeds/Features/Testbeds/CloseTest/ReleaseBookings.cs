using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.StartTest;
using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.CloseTest;

/// <summary>
/// Gives back what a test that ends had booked and no longer needs, so that others can have it. What has been handed over is held until it is back; what is booked for after the planned last
/// day may be for another test and stays.
/// </summary>
internal sealed class ReleaseBookings(TestbedsDbContext db, AdvanceWaitingList waiting, BookingNews news, CurrentUser me, TimeProvider time)
{
    /// <summary>With the next save.</summary>
    /// <returns>The things that others can have when it is saved.</returns>
    public async Task<IReadOnlyList<Guid>> ReleaseAsync(Trial trial, CancellationToken cancellationToken)
    {
        var (now, after) = (time.GetUtcNow(), trial.LastDay?.AddDays(1).StartInStockholm() ?? DateTimeOffset.MaxValue);
        var freed = new HashSet<Guid>();
        foreach (var booking in await db.Bookings.For(trial).Include(one => one.Items).Where(one => one.To > now && one.From < after).ToListAsync(cancellationToken))
        {
            var open = booking.Items.FindAll(item => item.CanCancel(now));
            var ids = open.ConvertAll(item => item.ResourceId);
            var things = await db.Resources.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
            var released = open.FindAll(item => Release(item, booking.Period.By(things[item.ResourceId].BookedBy), things[item.ResourceId], now));
            if (released.Count == 0) continue;
            foreach (var item in released) news.Log(booking.Id, item.Id, BookingStep.Released, me.RequiredId);
            freed.UnionWith(released.Select(item => item.ResourceId));
            if (booking.Items.Where(item => item.HoldsPlace).Select(item => (DateTimeOffset?)item.To).Max() is { } last && last < booking.To) booking.To = last;
            // The booking is what one has read, also where only its things change.
            db.Entry(booking).State = EntityState.Modified;
            db.Audit(new("testbeds.booking-released", "booking", booking.Id, me.RequiredId));
            if (booking.PersonId != me.RequiredId)
                await news.TellAsync(booking, "Ett test är slut", "Hej!\n\nEtt test som du har bokat för är slut. Det som var kvar av bokningen är avbokat:\n{0}\n", null, cancellationToken);
        }

        return [.. freed];
    }

    /// <summary>To those in line; what fails here is made good by the job.</summary>
    public Task OfferAsync(IReadOnlyList<Guid> freed, CancellationToken cancellationToken) => freed.Count == 0 ? Task.CompletedTask : waiting.OfferAsync(freed, cancellationToken);

    /// <returns>False where nothing of it is left: the day that has begun is used up.</returns>
    private static bool Release(BookingItem item, BookingPeriod period, BookableResource thing, DateTimeOffset now)
    {
        if (item.State != BookingState.Booked || period.From > now)
        {
            (item.State, item.OfferUntil) = (BookingState.Cancelled, null);
            return true;
        }

        var used = period.WholeDays ? BookingPeriod.Days(period.FirstDay, now.StockholmDay()) : BookingPeriod.Hours(period.From, now);
        if (used.To >= item.To) return false;
        (item.To, item.HeldTo) = (used.To, Buffers.Around(used, thing.BufferBefore, thing.BufferAfter).To);
        return true;
    }
}
