using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.FindFree;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.StartTest;

/// <param name="Address">Null for those who neither booked it nor look after what is booked.</param>
internal sealed record TestBooking(Guid Id, string What, DateTimeOffset From, DateTimeOffset To, bool WholeDays, IReadOnlyList<BookingState> States, string? Address)
{
    public BookingPeriod ToPeriod() => BookingPeriod.Between(From, To, WholeDays);
}

/// <summary>How far the booking of the test bed has come.</summary>
internal enum BookedForTest
{
    /// <summary>Nothing can be booked where it is tried.</summary>
    NotNeeded,
    Missing,

    /// <summary>Asked for, and not answered yet.</summary>
    Waiting,
    Confirmed,
}

internal static class BookingsOfTests
{
    /// <summary>Those that say the number of the test or of its idea.</summary>
    public static IQueryable<Booking> For(this IQueryable<Booking> bookings, Trial trial) => bookings.Where(one => one.Idea == trial.CaseNumber || one.Idea == trial.Number);
}

/// <summary>The bookings that belong to a test. Who booked and why is not in them.</summary>
internal sealed class TestBookings(TestbedsDbContext db, CurrentUser me, TimeProvider time)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<TestBooking>> OfAsync(Trial trial, CancellationToken cancellationToken)
    {
        var (person, mayBook, managed) = (me.RequiredId, me.Has(TestbedsPermissions.Book), db.Resources.Within(me.Scope(TestbedsPermissions.ManageBookings)));
        var rows = await Naming(trial).OrderByDescending(one => one.From).ThenByDescending(one => one.Id).Take(Most).Select(one => new
        {
            one.Id, one.From, one.To, one.WholeDays, States = one.Items.Select(item => item.State).ToList(), Open = mayBook && (one.PersonId == person || one.Items.Any(item => managed.Any(resource => resource.Id == item.ResourceId))),
            Names = one.Items.OrderBy(item => item.Id).Select(item => db.Resources.Where(resource => resource.Id == item.ResourceId).Select(resource => resource.Name).First()).ToList(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TestBooking(row.Id, string.Join(", ", row.Names.Distinct()), row.From, row.To, row.WholeDays, [.. row.States.Distinct().Order()], row.Open ? $"/arbete/bokningar/{row.Id}" : null))];
    }

    /// <summary>Whether something in the test bed is booked for the test, now or later.</summary>
    public async Task<BookedForTest> StateAsync(Trial trial, CancellationToken cancellationToken)
    {
        if (trial.TestbedId is not { } place || !await db.Resources.AnyAsync(one => one.TestbedId == place && one.Active && one.Kind != ResourceKind.AddOn, cancellationToken)) return BookedForTest.NotNeeded;
        var now = time.GetUtcNow();
        var states = await Naming(trial).Where(one => one.To > now).SelectMany(one => one.Items).Where(item => db.Resources.Any(resource => resource.Id == item.ResourceId && resource.TestbedId == place)).Select(item => item.State).Distinct().ToListAsync(cancellationToken);
        return states.Exists(state => state is BookingState.Booked or BookingState.Lent) ? BookedForTest.Confirmed
            : states.Exists(state => state is BookingState.Requested or BookingState.Offered or BookingState.Waiting) ? BookedForTest.Waiting : BookedForTest.Missing;
    }

    /// <summary>A booking to make, filled in with what the plan says: the place itself where it can be booked, else the first thing in it, for the days of the plan that are left. Null where there is nothing to book.</summary>
    public async Task<string?> AddressAsync(Trial trial, TestPlan plan, CancellationToken cancellationToken)
    {
        if (trial.TestbedId is not { } place) return null;
        var things = await db.Resources.AsNoTracking().Where(one => one.TestbedId == place && one.Active && one.Kind != ResourceKind.AddOn).OrderBy(one => one.Kind == ResourceKind.Place ? 0 : 1).ThenBy(one => one.Name).ThenBy(one => one.Id).Take(1).ToListAsync(cancellationToken);
        if (things is not [var thing]) return null;
        var today = time.StockholmToday();
        var earliest = WorkingDays.Add(today, thing.LeadTimeDays);
        var first = plan.Starts > earliest ? plan.Starts.Value : earliest;
        var last = plan.Ends > first ? plan.Ends.Value : first;
        return string.Create(CultureInfo.InvariantCulture, $"/arbete/bokningar/ny?sak={thing.Id}&{string.Join('&', TimeQuery.Write(new(Day(first), null, Day(last), null)).Select(one => $"{one.Name}={one.Value}"))}&ide={Uri.EscapeDataString(trial.CaseNumber)}");
    }

    private IQueryable<Booking> Naming(Trial trial) => db.Bookings.AsNoTracking().For(trial);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
