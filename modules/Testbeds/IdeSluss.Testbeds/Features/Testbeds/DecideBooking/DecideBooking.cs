using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;

namespace IdeSluss.Testbeds.Features.Testbeds.DecideBooking;

/// <summary>Yes or no to a request, by somebody who looks after the thing and did not ask for it.</summary>
internal sealed class DecideBooking(TestbedsDbContext db, BookingNews news, CurrentUser me, TimeProvider time)
{
    /// <param name="version">What the one who decides has read.</param>
    public Task<Outcome<int>> ApproveAsync(Guid item, int? version, CancellationToken cancellationToken) => DecideAsync(item, version, null, cancellationToken);

    /// <param name="reason">Told to the one who asked.</param>
    public async Task<Outcome<int>> DeclineAsync(Guid item, int? version, string? reason, CancellationToken cancellationToken) =>
        Reason(reason).Failed(out var problem, out var why) ? problem : await DecideAsync(item, version, why, cancellationToken);

    /// <summary>Nobody hears no without a why.</summary>
    public static Outcome<string> Reason(string? typed) => typed?.Trim() switch
    {
        null or "" => Problem.Invalid(new FieldError("reason", "Varför: fyll i, så att den som bokade vet varför.")),
        { Length: > BookingItem.LongestReason } => Problem.Invalid(new FieldError("reason", new Text("{0}: högst {1} tecken.", new Text("Varför"), BookingItem.LongestReason))),
        { } reason => reason,
    };

    private async Task<Outcome<int>> DecideAsync(Guid id, int? version, string? reason, CancellationToken cancellationToken)
    {
        if (await db.ManagedItemAsync(me, id, cancellationToken) is not { } found) return BookingAccess.NoSuchBooking;
        var (item, booking, resource) = found;
        if (item.State is BookingState.Booked or BookingState.Declined && item.DecidedAt is not null) return Problem.Conflict("Någon annan har redan svarat på bokningen.");
        if (item.State != BookingState.Requested) return Problem.Conflict("Bokningen väntar inte längre på svar.");
        if (version is { } seen && seen != item.Version) return Problem.Stale();
        if (booking.PersonId == me.RequiredId) return Problem.Conflict("Du kan inte svara på din egen bokning. Be någon annan som sköter bokningarna.");
        if (reason is null && BookingRules.HasBegun(booking.Period.By(resource.BookedBy), time.GetUtcNow())) return Problem.Conflict("Tiden har redan börjat. Det går inte att godkänna i efterhand.");
        (item.State, item.DecidedById, item.DecidedAt, item.Reason) = (reason is null ? BookingState.Booked : BookingState.Declined, me.RequiredId, time.GetUtcNow(), reason);
        news.Log(booking.Id, item.Id, reason is null ? BookingStep.Approved : BookingStep.Declined, me.RequiredId);
        await news.TellAsync(booking, "Svar på din bokning", "Hej!\n\nDu har fått svar på en bokning. Läs det här:\n{0}\n", null, cancellationToken);
        db.Audit(new(reason is null ? "testbeds.booking-approved" : "testbeds.booking-declined", "booking", booking.Id, me.RequiredId, resource.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : item.Version;
    }
}
