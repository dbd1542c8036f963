using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>A booked thing on its way to being changed, with what it belongs to.</summary>
internal sealed record ItemAtHand(BookingItem Item, Booking Booking, BookableResource Resource);

/// <summary>Whose bookings one may see and change, as part of the query: one's own, and those of things one looks after.</summary>
internal static class BookingAccess
{
    public static readonly Problem NoSuchBooking = Problem.NotFound("Bokningen finns inte, eller så är den inte din.");

    public static IQueryable<BookableResource> Within(this IQueryable<BookableResource> resources, PermissionScope scope)
    {
        if (scope.Everything) return resources;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return resources.Where(one => authorities.Contains(one.AuthorityId) || (one.UnitId != null && units.Contains(one.UnitId.Value)));
    }

    /// <summary>One's own.</summary>
    public static async Task<ItemAtHand?> OwnItemAsync(this TestbedsDbContext db, CurrentUser me, Guid id, CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return await AtHandAsync(db, db.BookingItems.Where(item => item.Id == id && db.Bookings.Any(booking => booking.Id == item.BookingId && booking.PersonId == person)), cancellationToken);
    }

    /// <summary>Of what one looks after.</summary>
    public static Task<ItemAtHand?> ManagedItemAsync(this TestbedsDbContext db, CurrentUser me, Guid id, CancellationToken cancellationToken)
    {
        var mine = db.Resources.Within(me.Scope(TestbedsPermissions.ManageBookings));
        return AtHandAsync(db, db.BookingItems.Where(item => item.Id == id && mine.Any(resource => resource.Id == item.ResourceId)), cancellationToken);
    }

    private static async Task<ItemAtHand?> AtHandAsync(TestbedsDbContext db, IQueryable<BookingItem> items, CancellationToken cancellationToken)
    {
        if (await items.FirstOrDefaultAsync(cancellationToken) is not { } item) return null;
        return new(item, await db.Bookings.FirstAsync(one => one.Id == item.BookingId, cancellationToken), await db.Resources.AsNoTracking().FirstAsync(one => one.Id == item.ResourceId, cancellationToken));
    }
}
