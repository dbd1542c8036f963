using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

/// <summary>Hands over what is booked and takes it back, with what it looked like each time.</summary>
internal sealed class LendThings(TestbedsDbContext db, BookingNews news, AdvanceWaitingList waiting, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<int>> HandOverAsync(Guid id, int? version, string? condition, CancellationToken cancellationToken)
    {
        if (await db.ManagedItemAsync(me, id, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        var (item, now) = (found.Item, time.GetUtcNow());
        if (found.Resource.Kind is not (ResourceKind.Equipment or ResourceKind.Vehicle)) return Problem.Conflict("Bara utrustning och fordon lämnas ut.");
        if (item.State != BookingState.Booked) return Problem.Conflict("Bara det som är bokat kan lämnas ut.");
        // The unit may be with somebody else until then.
        if (now < item.HeldFrom) return Problem.Conflict("Bokningen har inte börjat än.");
        if (item.To <= now) return Problem.Conflict("Bokningens tid är slut.");
        if (await db.BookingItems.AnyAsync(other => other.ResourceId == item.ResourceId && other.UnitNumber == item.UnitNumber && other.State == BookingState.Lent, cancellationToken))
            return Problem.Conflict("Samma sak är fortfarande utlämnad till någon annan. Ta tillbaka den först.");
        if (Check(item, version, condition) is { } problem) return problem;
        (item.State, item.HandedOverAt, item.HandedOverById, item.ConditionOut) = (BookingState.Lent, now, me.RequiredId, condition.OrNothing());
        news.Log(item.BookingId, id, BookingStep.HandedOver, me.RequiredId);
        return await SaveAsync(found, "testbeds.handed-over", cancellationToken) is { } stale ? stale : item.Version;
    }

    /// <summary>What comes back early is free for others from now, after the time it takes to put it in order.</summary>
    public async Task<Outcome<int>> TakeBackAsync(Guid id, int? version, string? condition, CancellationToken cancellationToken)
    {
        if (await db.ManagedItemAsync(me, id, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        var item = found.Item;
        if (item.State != BookingState.Lent) return Problem.Conflict("Det är inte utlämnat.");
        if (string.IsNullOrWhiteSpace(condition)) return Problem.Invalid(new FieldError("condition", "Skick: skriv hur det ser ut, till exempel ”helt och rent”."));
        if (Check(item, version, condition) is { } problem) return problem;
        var now = time.GetUtcNow();
        (item.State, item.ReturnedAt, item.ReturnedById, item.ConditionBack) = (BookingState.Returned, now, me.RequiredId, condition.OrNothing());
        var inOrder = now.AddMinutes(found.Resource.BufferAfter);
        if (inOrder < item.HeldTo) item.HeldTo = inOrder;
        news.Log(item.BookingId, id, BookingStep.TakenBack, me.RequiredId);
        if (await SaveAsync(found, "testbeds.taken-back", cancellationToken) is { } stale) return stale;
        await waiting.OfferAsync([item.ResourceId], cancellationToken);
        return item.Version;
    }

    private static Problem? Check(BookingItem item, int? version, string? condition) =>
        version is { } seen && seen != item.Version ? Problem.Stale()
        : condition?.Trim().Length > BookingItem.LongestCondition ? Problem.Invalid(new FieldError("condition", new Text("{0}: högst {1} tecken.", new Text("Skick"), BookingItem.LongestCondition)))
        : null;

    private Task<Problem?> SaveAsync(ItemAtHand found, string action, CancellationToken cancellationToken)
    {
        db.Audit(new(action, "booking", found.Booking.Id, me.RequiredId, found.Resource.AuthorityId, new Dictionary<string, string> { ["item"] = found.Item.Id.ToString() }));
        return db.SaveAsync(cancellationToken);
    }
}
