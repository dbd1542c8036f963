using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;

namespace IdeSluss.Testbeds.Features.Testbeds.DecideBooking;

/// <summary>Takes back what had been promised, when a thing is broken or a place is needed: with the reason, told to the one who booked.</summary>
internal sealed class CallOffBooking(TestbedsDbContext db, BookingNews news, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<int>> HandleAsync(Guid id, int? version, string? reason, CancellationToken cancellationToken)
    {
        if (await db.ManagedItemAsync(me, id, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        if (found.Item.State != BookingState.Booked || found.Item.To <= time.GetUtcNow()) return Problem.Conflict("Bara en bokning som inte har varit går att ställa in.");
        if (version is { } seen && seen != found.Item.Version) return Problem.Stale();
        if (DecideBooking.Reason(reason).Failed(out var problem, out var why)) return problem;
        await CallOffAsync(found.Item, found.Booking, why, cancellationToken);
        db.Audit(new("testbeds.booking-called-off", "booking", found.Booking.Id, me.RequiredId, found.Resource.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : found.Item.Version;
    }

    /// <summary>With the next save.</summary>
    public async Task CallOffAsync(BookingItem item, Booking booking, string reason, CancellationToken cancellationToken)
    {
        (item.State, item.OfferUntil, item.Reason, item.DecidedById, item.DecidedAt) = (BookingState.Cancelled, null, reason, me.RequiredId, time.GetUtcNow());
        news.Log(booking.Id, item.Id, BookingStep.CalledOff, me.RequiredId);
        await news.TellAsync(booking, "Din bokning är inställd", "Hej!\n\nEn bokning som du har gjort är inställd. Skälet står här, och du kan boka en annan tid:\n{0}\n", null, cancellationToken);
    }
}
