using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

/// <summary>What one does with a booking of one's own: cancel it, move it, answer an offer from the waiting list.</summary>
internal sealed class ChangeBooking(TestbedsDbContext db, Allocation allocation, Approvers approvers, AdvanceWaitingList waiting, BookingNews news, CurrentUser me, TimeProvider time)
{
    /// <summary>All of it that has not been; the next in line is offered the place at once.</summary>
    public async Task<Outcome<int>> CancelAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } booking) return BookingAccess.NoSuchBooking;
        if (version is { } seen && seen != booking.Version) return Problem.Stale();
        var open = booking.Items.Where(item => item.CanCancel(time.GetUtcNow())).ToList();
        if (open.Count == 0) return Problem.Conflict("Det finns inget kvar att avboka.");
        foreach (var item in open)
        {
            (item.State, item.OfferUntil) = (BookingState.Cancelled, null);
            news.Log(booking.Id, item.Id, BookingStep.Cancelled, me.RequiredId);
        }

        if (await SaveAsync(booking, "testbeds.booking-cancelled", cancellationToken) is { } stale) return stale;
        await waiting.OfferAsync([.. open.Select(item => item.ResourceId)], cancellationToken);
        return booking.Version;
    }

    /// <summary>To another time, if everything is free then; what needs approval needs it again.</summary>
    public async Task<Outcome<int>> MoveAsync(Guid id, PeriodInput input, int? version, CancellationToken cancellationToken)
    {
        if (BookingPeriod.Of(input).Failed(out var wrong, out var asked)) return wrong;
        var freed = Array.Empty<Guid>();
        var person = me.RequiredId;
        var answering = await approvers.OfAsync(await db.BookingItems.Where(item => item.BookingId == id && db.Bookings.Any(one => one.Id == id && one.PersonId == person)).Select(item => item.ResourceId).Distinct().ToListAsync(cancellationToken), cancellationToken);
        var outcome = await allocation.RunAsync<int>(async again =>
        {
            if (await FindAsync(id, cancellationToken) is not { } booking) return BookingAccess.NoSuchBooking;
            if (version is { } seen && seen != booking.Version) return Problem.Stale();
            var moving = booking.Items.FindAll(item => item.State is BookingState.Requested or BookingState.Booked);
            if (moving.Count == 0 || booking.Items.Exists(item => item.State == BookingState.Lent)) return Problem.Conflict("Bokningen går inte att flytta längre. Gör en ny bokning i stället.");
            freed = [.. moving.Select(item => item.ResourceId)];
            var things = await allocation.HoldAsync(freed, cancellationToken);
            var refused = new List<FieldError>();
            foreach (var thing in things)
            {
                var period = asked.By(thing.Resource.BookedBy);
                if (BookingRules.Refusal(thing, period, time.GetUtcNow(), time.StockholmToday()) is { } refusal) refused.Add(new("", refusal));
                else if (!await PlaceAsync(thing.Resource, period, moving.FindAll(item => item.ResourceId == thing.Resource.Id), again, cancellationToken)) refused.Add(new("", new Text("{0} är redan bokat den tiden.", thing.Resource.Name)));
            }

            if (refused.Count > 0) return Problem.Conflict("Det går inte att flytta bokningen dit. Den gamla tiden är kvar.", [.. refused]);
            (booking.From, booking.To, booking.WholeDays) = (asked.From, asked.To, asked.WholeDays);
            news.Log(booking.Id, null, BookingStep.Moved, me.RequiredId);
            news.Ask(booking, answering);
            return await SaveAsync(booking, "testbeds.booking-moved", cancellationToken) is { } stale ? stale : booking.Version;
        }, cancellationToken);
        if (outcome.Problem is null) await waiting.OfferAsync(freed, cancellationToken);
        return outcome;
    }

    public async Task<Outcome<int>> AcceptAsync(Guid item, int? version, CancellationToken cancellationToken)
    {
        if (await db.OwnItemAsync(me, item, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        if (NotOffered(found.Item, version) is { } problem) return problem;
        found.Item.State = BookingRules.NeedsApproval(found.Resource, me.Roles) ? BookingState.Requested : BookingState.Booked;
        // The approver's queue counts from now: until now there was nothing to answer.
        (found.Item.OfferUntil, found.Item.RequestedAt) = (null, time.GetUtcNow());
        news.Log(found.Booking.Id, item, BookingStep.Accepted, me.RequiredId);
        news.Ask(found.Booking, await approvers.OfAsync([found.Resource.Id], cancellationToken));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : found.Item.Version;
    }

    public async Task<Outcome<int>> LeaveListAsync(Guid item, int? version, CancellationToken cancellationToken)
    {
        if (await db.OwnItemAsync(me, item, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        if (found.Item.State != BookingState.Waiting && NotOffered(found.Item, version) is { } problem) return problem;
        (found.Item.State, found.Item.OfferUntil) = (BookingState.Cancelled, null);
        news.Log(found.Booking.Id, item, BookingStep.LeftList, me.RequiredId);
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await waiting.OfferAsync([found.Item.ResourceId], cancellationToken);
        return found.Item.Version;
    }

    private Problem? NotOffered(BookingItem item, int? version) =>
        version is { } seen && seen != item.Version ? Problem.Stale()
        : item.State != BookingState.Offered || item.OfferUntil <= time.GetUtcNow() ? Problem.Conflict("Erbjudandet gäller inte längre. Platsen har gått vidare i kön.")
        : null;

    /// <summary>A unit keeps its number where it can, and never takes one that this booking itself is about to leave: the database looks at each row as it is written.</summary>
    private async Task<bool> PlaceAsync(BookableResource resource, BookingPeriod period, List<BookingItem> items, bool again, CancellationToken cancellationToken)
    {
        var (heldFrom, heldTo) = Buffers.Around(period, resource.BufferBefore, resource.BufferAfter);
        var own = items.Select(item => item.Id).ToArray();
        var busy = await db.BookingItems.AsNoTracking().Where(item => item.ResourceId == resource.Id && !own.Contains(item.Id) && BookingStates.Holding.Contains(item.State) && item.HeldFrom < heldTo && item.HeldTo > heldFrom)
            .Select(item => item.UnitNumber).ToListAsync(cancellationToken);
        var free = new Queue<int>((await allocation.FreeUnitsAsync(resource, heldFrom, heldTo, again, cancellationToken)).Where(unit => !items.Exists(item => item.UnitNumber == unit)));
        foreach (var item in items)
        {
            if (busy.Contains(item.UnitNumber) || item.UnitNumber > resource.Units)
            {
                if (!free.TryDequeue(out var unit)) return false;
                item.UnitNumber = unit;
            }

            (item.From, item.To, item.HeldFrom, item.HeldTo) = (period.From, period.To, heldFrom, heldTo);
            (item.State, item.RequestedAt) = (BookingRules.NeedsApproval(resource, me.Roles) ? BookingState.Requested : BookingState.Booked, time.GetUtcNow());
            (item.DecidedAt, item.DecidedById) = (null, null);
        }

        return true;
    }

    private Task<Booking?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return db.Bookings.Include(one => one.Items).FirstOrDefaultAsync(one => one.Id == id && one.PersonId == person, cancellationToken);
    }

    private async Task<Problem?> SaveAsync(Booking booking, string action, CancellationToken cancellationToken)
    {
        db.Audit(new(action, "booking", booking.Id, me.RequiredId));
        // The booking is what one has read, also where only its things change.
        db.Entry(booking).State = EntityState.Modified;
        return db.Database.CurrentTransaction is null ? await db.SaveAsync(cancellationToken) : await ThrowingSaveAsync(cancellationToken);
    }

    /// <summary>Within an allocation, which knows what to do when somebody else was first.</summary>
    private async Task<Problem?> ThrowingSaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
