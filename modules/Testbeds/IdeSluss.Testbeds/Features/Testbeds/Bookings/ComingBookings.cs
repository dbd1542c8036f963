using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>What is booked is not taken away: first the bookings are moved or cancelled, by people. Runs in the caller's transaction.</summary>
internal sealed class ComingBookings(TestbedsDbContext db, TimeProvider time)
{
    /// <param name="units">How many units remain; 0 when it can no longer be booked.</param>
    public async Task<Problem?> RefusalAsync(Guid resource, int units, CancellationToken cancellationToken) =>
        Refusal(await Coming().CountAsync(item => item.ResourceId == resource && item.UnitNumber > units, cancellationToken));

    /// <summary>Of a test bed as a whole, whose things are held meanwhile.</summary>
    public async Task<Problem?> RefusalInAsync(string slug, CancellationToken cancellationToken)
    {
        var resources = await db.Database.SqlQuery<Guid>($"""select id as "Value" from testbeds.bookable_resource where testbed_id = (select id from testbeds.testbed where slug = {slug}) order by id for update""").ToListAsync(cancellationToken);
        return Refusal(await Coming().CountAsync(item => resources.Contains(item.ResourceId), cancellationToken));
    }

    private IQueryable<BookingItem> Coming()
    {
        var now = time.GetUtcNow();
        return db.BookingItems.Where(item => item.State == BookingState.Lent || (item.To > now && (item.State == BookingState.Offered || item.State == BookingState.Requested || item.State == BookingState.Booked)));
    }

    private static Problem? Refusal(int count) => count == 0 ? null : Problem.Conflict(count == 1
        ? "Det finns en kommande bokning eller ett lån. Flytta eller avboka först, så att ingen kommer förgäves."
        : new Text("Det finns {0} kommande bokningar eller lån. Flytta eller avboka dem först, så att ingen kommer förgäves.", count));
}
