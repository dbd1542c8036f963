using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>
/// Gives units to bookings. That no unit is given twice is the database's (the constraint on <c>booking_item.held</c>): two who find the same unit free both try, one of them is
/// refused and looks again.
/// </summary>
internal sealed class Allocation(TestbedsDbContext db, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>All or nothing, tried again a few times when somebody else was first.</summary>
    /// <param name="work">Gets whether it is tried again, and must save.</param>
    public async Task<Outcome<T>> RunAsync<T>(Func<bool, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            try
            {
                var outcome = await work(attempt > 1);
                if (outcome.Problem is null) await transaction.CommitAsync(cancellationToken);
                return outcome;
            }
            catch (DbUpdateConcurrencyException)
            {
                return Problem.Stale();
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.DeadlockDetected })
            {
                if (attempt == MostAttempts) return Problem.Conflict("Många bokar samma sak just nu, och inget är bokat för dig. Försök igen om en stund.");
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What is to be booked, held so that it is neither closed nor made smaller meanwhile. Those that do not exist are not there.</summary>
    public async Task<IReadOnlyList<Bookable>> HoldAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        var resources = await db.Resources.FromSql($"select * from testbeds.bookable_resource where id = any({wanted}) order by id for share").AsNoTracking().ToListAsync(cancellationToken);
        var places = resources.Where(one => one.TestbedId is not null).Select(one => one.TestbedId!.Value).Distinct().ToArray();
        var testbeds = await db.Testbeds.AsNoTracking().Where(one => places.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var hours = await db.OpeningHours.AsNoTracking().Where(one => places.Contains(one.TestbedId!.Value) || wanted.Contains(one.ResourceId!.Value)).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var blackouts = await db.Blackouts.AsNoTracking().Where(one => (places.Contains(one.TestbedId!.Value) || wanted.Contains(one.ResourceId!.Value)) && one.To > now).OrderBy(one => one.From).ToListAsync(cancellationToken);
        return
        [
            .. resources.Select(one => new Bookable(one, one.TestbedId is { } id ? testbeds[id] : null,
                hours.Exists(open => open.ResourceId == one.Id) ? hours.FindAll(open => open.ResourceId == one.Id) : hours.FindAll(open => open.ResourceId is null && open.TestbedId == one.TestbedId),
                blackouts.FindAll(closed => closed.ResourceId is { } thing ? thing == one.Id : closed.TestbedId == one.TestbedId))),
        ];
    }

    /// <summary>Units that nobody holds at the time, in order; when it is tried again in any order, so that many who ask at once spread over what is left.</summary>
    public Task<List<int>> FreeUnitsAsync(BookableResource resource, DateTimeOffset heldFrom, DateTimeOffset heldTo, bool again, CancellationToken cancellationToken) => db.Database.SqlQuery<int>($"""
        select unit as "Value" from generate_series(1, {resource.Units}) unit
        where not exists (select from testbeds.booking_item item where item.resource_id = {resource.Id} and item.unit_number = unit and item.held && tstzrange({heldFrom}, {heldTo}))
        order by case when {again} then random() else 0 end, unit
        """).ToListAsync(cancellationToken);

    /// <summary>One at a time for a person, where it is counted how many they have.</summary>
    public Task LockPersonAsync(Guid person, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({person.ToString()}, 7))", cancellationToken);

    /// <summary>Coming places of one thing that a person has or has asked for.</summary>
    public Task<int> HeldByAsync(Guid person, Guid resource, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.BookingItems.CountAsync(item => item.ResourceId == resource && item.To > now && item.State != BookingState.Returned && BookingStates.Holding.Contains(item.State) && db.Bookings.Any(booking => booking.Id == item.BookingId && booking.PersonId == person), cancellationToken);
    }
}

internal static class BookingStates
{
    /// <summary>The same as <see cref="BookingItem.HoldsPlace"/> and as the column <c>held</c>.</summary>
    public static readonly BookingState[] Holding = [BookingState.Offered, BookingState.Requested, BookingState.Booked, BookingState.Lent, BookingState.Returned];
}
