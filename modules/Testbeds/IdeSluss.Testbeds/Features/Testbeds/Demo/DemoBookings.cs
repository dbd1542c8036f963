using System.Globalization;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Demo;

/// <summary>Invented equipment, opening hours, bookings and loans, so that calendars and queues have something in them. Nobody gets a mail about what has already happened.</summary>
internal sealed class DemoBookings(
    TestbedsDbContext db, IOrganisation organisation, IPeopleDirectory people, IEnumerable<EquipmentExample> equipment, IEnumerable<BookingExample> bookings, IEnumerable<ClosureExample> closures, TimeProvider time) : ISeeder
{
    private const int Opens = 8 * 60;
    private const int Closes = 16 * 60 + 30;

    /// <summary>After the people and the test beds.</summary>
    public int Order => 210;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var testbeds = await db.Testbeds.Where(one => one.IsExample).ToListAsync(cancellationToken);
        var things = await db.Resources.ToListAsync(cancellationToken);
        foreach (var example in equipment) things.Add(await AddAsync(example, cancellationToken));
        foreach (var place in things.Where(one => one is { Kind: ResourceKind.Room, BookedBy: BookingUnit.Hours, TestbedId: not null }).Select(one => one.TestbedId!.Value).Distinct())
            for (var weekday = 1; weekday <= 5; weekday++) db.OpeningHours.Add(new() { Id = Guid.CreateVersion7(), TestbedId = place, Weekday = weekday, FromMinute = Opens, ToMinute = Closes });
        foreach (var example in bookings)
        {
            var place = example.Testbed is { } name ? testbeds.Single(one => one.Name == name).Id : (Guid?)null;
            var thing = things.Single(one => one.TestbedId == place && one.Name == example.Resource);
            var holders = await people.InRoleAsync(example.Role, thing.AuthorityId, thing.UnitId, cancellationToken);
            if (holders.Count > 0) Add(example, thing, holders[0].Id, await LooksAfterAsync(thing, cancellationToken));
        }

        foreach (var closure in closures)
        {
            var period = BookingPeriod.Days(Day(closure.Day), Day(closure.Day + closure.Days - 1));
            db.Blackouts.Add(new()
            {
                Id = Guid.CreateVersion7(), TestbedId = testbeds.Single(one => one.Name == closure.Testbed).Id, From = period.From, To = period.To, Reason = closure.Reason, CreatedById = Guid.Empty, CreatedAt = time.GetUtcNow().AddDays(-20),
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<BookableResource> AddAsync(EquipmentExample example, CancellationToken cancellationToken)
    {
        var place = await organisation.PlaceAsync(example.Unit, cancellationToken) ?? throw new InvalidOperationException($"The example {example.Resource.Name} has a unit that does not exist: {example.Unit}");
        var (name, kind, units, bookedBy, approval) = example.Resource;
        var thing = new BookableResource { Id = Guid.CreateVersion7(), AuthorityId = place.Authority, UnitId = place.Unit, Kind = kind, Name = name, Description = example.Description, Units = units, BookedBy = bookedBy, Approval = approval };
        db.Resources.Add(thing);
        return thing;
    }

    private async Task<Guid> LooksAfterAsync(BookableResource thing, CancellationToken cancellationToken) =>
        await people.InRoleAsync(Roles.TestLead, thing.AuthorityId, thing.UnitId, cancellationToken) is [var keeper, ..] ? keeper.Id : Guid.Empty;

    private void Add(BookingExample example, BookableResource thing, Guid person, Guid keeper)
    {
        var (first, last) = (Day(example.Day), Day(example.Day + example.Days - 1));
        var period = example.Hours?.Split('-') is [var from, var to] ? BookingPeriod.Hours(At(first, from), At(last, to)) : BookingPeriod.Days(first, last);
        // Asked a few working days before, and never later than now.
        var asked = At(Day(Math.Min(example.Day, 0) - 4), "09:20");
        var (heldFrom, heldTo) = Buffers.Around(period.By(thing.BookedBy), thing.BufferBefore, thing.BufferAfter);
        var booking = new Booking { Id = Guid.CreateVersion7(), PersonId = person, Purpose = example.Purpose, From = period.From, To = period.To, WholeDays = period.WholeDays, CreatedAt = asked };
        var item = new BookingItem
        {
            Id = OrderedId.Next(), BookingId = booking.Id, ResourceId = thing.Id, UnitNumber = example.State == BookingExampleState.Waiting ? 0 : example.Unit, From = period.By(thing.BookedBy).From, To = period.By(thing.BookedBy).To,
            HeldFrom = heldFrom, HeldTo = heldTo, State = Enum.Parse<BookingState>(example.State.ToString()), RequestedAt = asked,
        };
        booking.Items.Add(item);
        db.Bookings.Add(booking);
        Log(BookingStep.Asked, asked, person);
        if (example.State == BookingExampleState.Waiting) Log(BookingStep.JoinedList, asked, person);
        if (example.State is not (BookingExampleState.Waiting or BookingExampleState.Requested))
        {
            (item.DecidedAt, item.DecidedById, item.Reason) = (asked.AddHours(5), keeper, example.State == BookingExampleState.Declined ? example.Words : null);
            Log(example.State == BookingExampleState.Declined ? BookingStep.Declined : BookingStep.Approved, asked.AddHours(5), keeper);
        }

        if (example.State is BookingExampleState.Lent or BookingExampleState.Returned)
        {
            (item.HandedOverAt, item.HandedOverById, item.ConditionOut) = (At(first, "08:40"), keeper, "Helt och laddat.");
            Log(BookingStep.HandedOver, item.HandedOverAt.Value, keeper);
        }

        if (example.State == BookingExampleState.Returned)
        {
            (item.ReturnedAt, item.ReturnedById, item.ConditionBack) = (At(last, "15:10"), keeper, example.Words);
            item.HeldTo = item.ReturnedAt.Value.AddMinutes(thing.BufferAfter);
            Log(BookingStep.TakenBack, item.ReturnedAt.Value, keeper);
        }

        void Log(BookingStep step, DateTimeOffset at, Guid actor) => db.BookingLog.Add(new() { Id = OrderedId.Next(), BookingId = booking.Id, ItemId = item.Id, Step = step, At = at, ActorId = actor });
    }

    /// <summary>In working days from today.</summary>
    private DateOnly Day(int ahead)
    {
        var day = time.StockholmToday();
        while (!WorkingDays.IsWorkingDay(day)) day = day.AddDays(1);
        if (ahead > 0) return WorkingDays.Add(day, ahead);
        for (var back = ahead; back < 0;)
        {
            day = day.AddDays(-1);
            if (WorkingDays.IsWorkingDay(day)) back++;
        }

        return day;
    }

    private static DateTimeOffset At(DateOnly day, string clock) => LocalTimes.Instant(day, TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture), Turn.First, "", "").Value;
}
