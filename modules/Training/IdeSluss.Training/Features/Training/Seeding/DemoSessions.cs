using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seeding;

/// <summary>Invented sessions with invented people in them, counted from the day the demo is made, so that there is always something coming.</summary>
internal sealed class DemoSessions(TrainingDbContext db, IOrganisation organisation, IPeopleDirectory people, InstanceInfo instance, TimeProvider time) : ISeeder
{
    private static readonly (string Name, string Key)[] Staff =
    [
        ("Asta Arbetslund", "asta"), ("Bo Boendeberg", "bo"), ("Cilla Cykelqvist", "cilla"), ("Doris Dagvik", "doris"), ("Egon Ekohage", "egon"), ("Fatima Fikafors", "fatima"),
    ];

    public int Order => 250;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(course => course.Code, course => course.Id, cancellationToken);
        var town = instance.Municipality.ShortName;
        var staff = await AddStaffAsync(cancellationToken);

        Add(courses["POL-101"], 21, [(17, 3)], $"Sammanträdesrum Exempel, {town}", seats: 20, reserved: (RoleTrack.ElectedMember, 12));
        Add(courses["CHE-101"], 16, [(8, 4)], $"Kurslokalen Påhittet, {town}", seats: 4, taken: staff.Take(4), waiting: staff.Skip(4));
        Add(courses["COA-201"], 30, [(9, 3), (13, 3)], $"Kurslokalen Påhittet, {town}", seats: 12, online: true, taken: staff.Take(2));
        Add(courses["SPR-101"], 45, [(9, 6)], null, seats: 30, online: true);
        Add(courses["POL-201"], 60, [(17, 3)], $"Sammanträdesrum Exempel, {town}", seats: 20, reserved: (RoleTrack.ElectedMember, 12));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Learner>> AddStaffAsync(CancellationToken cancellationToken)
    {
        var unit = await UnitOfManagerAsync(cancellationToken);
        var staff = Staff.Select(one => new Learner { Id = Guid.CreateVersion7(), Email = $"{one.Key}@exempel.se", Name = one.Name, AuthorityId = unit.AuthorityId, UnitId = unit.Id, Tracks = [RoleTrack.Staff], Listed = true }).ToList();
        foreach (var persona in new[] { "medarbetare", "testledare" })
        {
            if (await people.FindByEmailAsync($"{persona}@demo.example", cancellationToken) is { } known)
                staff.Add(new() { Id = Guid.CreateVersion7(), PersonId = known.Id, Email = known.Email, Name = known.DisplayName, AuthorityId = unit.AuthorityId, UnitId = unit.Id });
        }

        db.Learners.AddRange(staff);
        return staff;
    }

    /// <summary>Where the demo's manager is the nearest one, so that "Min enhet" has people in it.</summary>
    private async Task<UnitInfo> UnitOfManagerAsync(CancellationToken cancellationToken)
    {
        var units = (await organisation.UnitsAsync(cancellationToken)).OrderByDescending(one => one.Depth).ToList();
        foreach (var unit in units)
        {
            if (await people.InRoleAsync(Roles.NeedOwner, unit.AuthorityId, unit.Id, cancellationToken) is [{ Email: "enhetschef@demo.example" }, ..]) return unit;
        }

        return units[0];
    }

    private void Add(Guid course, int inDays, (int Hour, int Hours)[] parts, string? place, int seats, bool online = false, (RoleTrack Track, int Seats)? reserved = null, IEnumerable<Learner>? taken = null, IEnumerable<Learner>? waiting = null)
    {
        var (now, today) = (time.GetUtcNow(), time.StockholmToday());
        // The next working day from then.
        var day = WorkingDays.Add(today.AddDays(inDays - 1), 1);
        var session = new CourseSession
        {
            Id = Guid.CreateVersion7(), CourseId = course, State = SessionState.Open, Place = place, OnlineAddress = online ? "https://mote.exempel.se/pahittat" : null, Teachers = "Idécoacherna", HearingLoop = place is not null, Captions = online,
            LeastSeats = Math.Min(4, seats), Seats = seats, EnrolFrom = today, EnrolUntil = day.AddDays(-1), CancelUntil = day.AddDays(-7), StartsAt = At(parts[0].Hour), EndsAt = At(parts[^1].Hour + parts[^1].Hours), IsExample = true,
        };
        db.Sessions.Add(session);
        db.Parts.AddRange(parts.Select((part, at) => new SessionPart { Id = Guid.CreateVersion7(), SessionId = session.Id, Number = at + 1, StartsAt = At(part.Hour), EndsAt = At(part.Hour + part.Hours) }));
        if (reserved is { } kept) db.Reservations.Add(new() { SessionId = session.Id, Track = kept.Track, Seats = kept.Seats });
        foreach (var (learner, state) in (taken ?? []).Select(one => (one, EnrolmentState.Confirmed)).Concat((waiting ?? []).Select(one => (one, EnrolmentState.Waiting))))
            db.Enrolments.Add(new() { Id = Guid.CreateVersion7(), SessionId = session.Id, LearnerId = learner.Id, State = state, Tracks = [RoleTrack.Staff], Priority = 1, EnrolledAt = now });

        // A working day has no hour that the clock jumps over.
        DateTimeOffset At(int hour) => day.StartInStockholm().AddHours(hour);
    }
}
