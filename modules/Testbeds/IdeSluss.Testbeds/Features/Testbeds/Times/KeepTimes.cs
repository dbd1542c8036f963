using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.DecideBooking;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Times;

/// <summary>Opening hours as they are written, a weekday each: <c>08.00–12.00, 13.00–17.00</c>; empty for closed, and all empty for always open.</summary>
internal sealed class HoursInput
{
    public string? Monday { get; set; }
    public string? Tuesday { get; set; }
    public string? Wednesday { get; set; }
    public string? Thursday { get; set; }
    public string? Friday { get; set; }
    public string? Saturday { get; set; }
    public string? Sunday { get; set; }

    /// <summary>With the field's name, its Swedish label and the weekday's number.</summary>
    public IReadOnlyList<(string Field, string Label, int Weekday, string? Typed)> Days() =>
    [
        ("monday", "Måndag", 1, Monday), ("tuesday", "Tisdag", 2, Tuesday), ("wednesday", "Onsdag", 3, Wednesday), ("thursday", "Torsdag", 4, Thursday), ("friday", "Fredag", 5, Friday), ("saturday", "Lördag", 6, Saturday),
        ("sunday", "Söndag", 7, Sunday),
    ];

    public static HoursInput Of(IEnumerable<OpeningHours> hours)
    {
        var days = hours.GroupBy(one => one.Weekday).ToDictionary(day => day.Key, day => Opening.Write(day.Select(one => new Span(one.FromMinute, one.ToMinute))));
        return new() { Monday = days.GetValueOrDefault(1), Tuesday = days.GetValueOrDefault(2), Wednesday = days.GetValueOrDefault(3), Thursday = days.GetValueOrDefault(4), Friday = days.GetValueOrDefault(5), Saturday = days.GetValueOrDefault(6), Sunday = days.GetValueOrDefault(7) };
    }
}

/// <summary>A time when it is closed; the times as in <see cref="PeriodInput"/>.</summary>
internal sealed class BlackoutInput : PeriodFields
{
    public string? Reason { get; set; }

    /// <summary>Call off what is booked then, with the same reason; otherwise nothing is closed when something is booked.</summary>
    public bool CallOff { get; set; }
}

/// <param name="Name">Of the test bed, or of the thing that belongs to none.</param>
/// <param name="Things">All that is in the test bed.</param>
/// <param name="Thing">Name of the one in the test bed that is looked at.</param>
internal sealed record TestbedTimes(string Name, IReadOnlyList<(Guid Id, string Name)> Things, string? Thing, HoursInput Hours, IReadOnlyList<BlackoutLine> Blackouts);

internal sealed record BlackoutLine(Guid Id, BookingPeriod Period, string Reason);

/// <summary>When a test bed, one thing in it, or a thing that belongs to no test bed can be booked. Without a slug it is the last.</summary>
internal sealed class KeepTimes(TestbedsDbContext db, Allocation allocation, CallOffBooking calling, CurrentUser me, TimeProvider time)
{
    private const int MostBlackouts = 200;

    /// <param name="thing">Null for the test bed as a whole.</param>
    public async Task<Outcome<TestbedTimes>> ReadAsync(string? slug, Guid? thing, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, thing, cancellationToken) is not { } place) return slug is null ? SaveResource.NoSuchThing : OfficeTestbeds.NoSuchTestbed;
        var now = time.GetUtcNow();
        var things = await db.Resources.AsNoTracking().Where(one => place.Testbed != null && one.TestbedId == place.Testbed).OrderBy(one => one.Name).ThenBy(one => one.Id).Take(200).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken);
        var hours = await db.OpeningHours.AsNoTracking().Where(one => one.TestbedId == place.Testbed && one.ResourceId == thing).ToListAsync(cancellationToken);
        var blackouts = await db.Blackouts.AsNoTracking().Where(one => one.TestbedId == place.Testbed && one.ResourceId == thing && one.To > now).OrderBy(one => one.From).Take(MostBlackouts).ToListAsync(cancellationToken);
        return new TestbedTimes(place.Name, [.. things.Select(one => (one.Id, one.Name))], things.Find(one => one.Id == thing)?.Name, HoursInput.Of(hours), [.. blackouts.Select(one => new BlackoutLine(one.Id, BookingPeriod.Seen(one.From, one.To), one.Reason))]);
    }

    /// <summary>Holds for what is booked from now on; what is already booked stands.</summary>
    public async Task<Outcome<Done>> SaveHoursAsync(string? slug, Guid? thing, HoursInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, thing, cancellationToken) is not { } place) return slug is null ? SaveResource.NoSuchThing : OfficeTestbeds.NoSuchTestbed;
        var errors = input.Days().Where(day => Opening.Parse(day.Typed) is null).Select(day => new FieldError(day.Field, new Text("{0}: skriv tider som 08.00–12.00, 13.00–17.00.", new Text(day.Label)))).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two who save at once would otherwise leave both.
        await (place.Testbed is { } testbed
            ? db.Database.ExecuteSqlAsync($"select 1 from testbeds.testbed where id = {testbed} for update", cancellationToken)
            : db.Database.ExecuteSqlAsync($"select 1 from testbeds.bookable_resource where id = {thing} for update", cancellationToken));
        await db.OpeningHours.Where(one => one.TestbedId == place.Testbed && one.ResourceId == thing).ExecuteDeleteAsync(cancellationToken);
        foreach (var day in input.Days())
            foreach (var span in Opening.Parse(day.Typed)!)
                db.OpeningHours.Add(new() { Id = Guid.CreateVersion7(), TestbedId = place.Testbed, ResourceId = thing, Weekday = day.Weekday, FromMinute = span.From, ToMinute = span.To });
        db.Audit(new("testbeds.hours-changed", place.Testbed is null ? "resource" : "testbed", place.Testbed ?? thing!.Value, me.RequiredId, place.Authority));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    /// <summary>Refused where it is already closed, and where something is booked unless that is called off.</summary>
    public async Task<Outcome<Guid>> CloseAsync(string? slug, Guid? thing, BlackoutInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, thing, cancellationToken) is not { } place) return slug is null ? SaveResource.NoSuchThing : OfficeTestbeds.NoSuchTestbed;
        if (BookingPeriod.Of(input.ToPeriod()).Failed(out var wrong, out var period)) return wrong;
        var reason = input.Reason?.Trim();
        if (string.IsNullOrEmpty(reason)) return Problem.Invalid(new FieldError("reason", "Varför det är stängt: fyll i. Alla kan läsa det."));
        if (reason.Length > Blackout.LongestReason) return Problem.Invalid(new FieldError("reason", new Text("{0}: högst {1} tecken.", new Text("Varför det är stängt"), Blackout.LongestReason)));
        return await allocation.RunAsync<Guid>(async _ =>
        {
            // Held, so that nobody books it meanwhile.
            var things = await db.Database.SqlQuery<Guid>($"""select id as "Value" from testbeds.bookable_resource where testbed_id = {place.Testbed} or (testbed_id is null and id = {thing}) order by id for update""").ToListAsync(cancellationToken);
            var closed = things.FindAll(one => thing is null || one == thing);
            if (await db.Blackouts.AsNoTracking().FirstOrDefaultAsync(one => one.TestbedId == place.Testbed && one.ResourceId == thing && one.From < period.To && one.To > period.From, cancellationToken) is { } other)
                return Problem.Conflict("Det är redan stängt en del av tiden. Ta bort den stängningen först.", new FieldError("fromDay", other.Reason));
            var booked = await db.BookingItems.Where(item => closed.Contains(item.ResourceId) && item.UnitNumber > 0 && item.From < period.To && item.To > period.From
                && (item.State == BookingState.Offered || item.State == BookingState.Requested || item.State == BookingState.Booked || item.State == BookingState.Lent)).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            if (booked.Exists(item => item.State == BookingState.Lent)) return Problem.Conflict("Något är utlämnat den tiden. Ta tillbaka det först.");
            if (booked.Count > 0 && !input.CallOff) return Problem.Conflict(booked.Count == 1 ? "Det finns en bokning den tiden." : new Text("Det finns {0} bokningar den tiden.", booked.Count), new FieldError("callOff", "Kryssa i att bokningarna ska ställas in, eller välj en annan tid."));
            foreach (var item in booked) await calling.CallOffAsync(item, await db.Bookings.FirstAsync(one => one.Id == item.BookingId, cancellationToken), reason, cancellationToken);
            var blackout = new Blackout { Id = Guid.CreateVersion7(), TestbedId = place.Testbed, ResourceId = thing, From = period.From, To = period.To, Reason = reason, CreatedById = me.RequiredId, CreatedAt = time.GetUtcNow() };
            db.Blackouts.Add(blackout);
            db.Audit(new("testbeds.closed-for-a-time", place.Testbed is null ? "resource" : "testbed", place.Testbed ?? thing!.Value, me.RequiredId, place.Authority));
            await db.SaveChangesAsync(cancellationToken);
            return blackout.Id;
        }, cancellationToken);
    }

    public async Task<Outcome<Done>> OpenAgainAsync(string? slug, Guid? thing, Guid blackout, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, slug is null ? thing : null, cancellationToken) is not { } place
            || await db.Blackouts.FirstOrDefaultAsync(one => one.Id == blackout && one.TestbedId == place.Testbed && (place.Testbed != null || one.ResourceId == thing), cancellationToken) is not { } found)
            return Problem.NotFound("Stängningen finns inte längre.");
        db.Blackouts.Remove(found);
        db.Audit(new("testbeds.opened-again", place.Testbed is null ? "resource" : "testbed", place.Testbed ?? thing!.Value, me.RequiredId, place.Authority));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private async Task<TimesOf?> FindAsync(string? slug, Guid? thing, CancellationToken cancellationToken)
    {
        var scope = me.Scope(TestbedsPermissions.Manage);
        return slug is null
            ? await db.Resources.Within(scope).Where(one => one.Id == thing && one.TestbedId == null).Select(one => new TimesOf(null, one.Name, one.AuthorityId)).FirstOrDefaultAsync(cancellationToken)
            : await db.Testbeds.Within(scope).Where(one => one.Slug == slug && (thing == null || db.Resources.Any(resource => resource.Id == thing && resource.TestbedId == one.Id)))
                .Select(one => new TimesOf(one.Id, one.Name, one.AuthorityId)).FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record TimesOf(Guid? Testbed, string Name, Guid Authority);
}
