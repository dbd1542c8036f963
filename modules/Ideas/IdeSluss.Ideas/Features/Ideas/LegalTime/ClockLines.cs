using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>What a legal clock leaves behind: a line in the case's history, an audit fact, an event, a task.</summary>
internal static class ClockLines
{
    /// <summary>Working days within which the day is to be entered.</summary>
    private const int DaysToEnter = 3;

    public static LegalClock Start(IdeasDbContext db, LegalClockKind kind, Guid? ideaId, Guid? reportId, Guid authority, DateOnly? starts, Guid? by, DateTimeOffset now, Guid? decisionId = null)
    {
        var clock = new LegalClock
        {
            Id = Guid.CreateVersion7(), IdeaId = ideaId, ReportId = reportId, AuthorityId = authority, Kind = kind.Code, KindName = kind.Name, CreatedAt = now, StartsOn = starts, StartedById = by,
            Due = starts is { } day ? ClockRules.Due(kind, day, extended: false) : null,
        };
        db.LegalClocks.Add(clock);
        Line(db, clock, TimelineKinds.LegalClockStarted, kind.Name, by, now, decisionId);
        Audit(db, "ideas.legal-clock-started", clock, by);
        db.Publish(new LegalClockStarted(clock.Id, clock.IdeaId, clock.Kind, clock.Due, now), clock.IdeaId ?? clock.Id);
        if (starts is null) Task(db, clock, kind.Role, "Skriv in vilken dag lagens tid räknas från.", WorkingDays.Add(now.StockholmDay(), DaysToEnter), now);
        return clock;
    }

    public static void Stop(IdeasDbContext db, LegalClock clock, LegalClockStop stop, string? note, Guid? by, DateTimeOffset now)
    {
        clock.StoppedAt = now;
        clock.StoppedById = by;
        clock.Stop = stop;
        clock.StopNote = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        Line(db, clock, TimelineKinds.LegalClockStopped, clock.KindName, by, now);
        Audit(db, "ideas.legal-clock-stopped", clock, by, ("reason", stop.ToString()));
        db.Publish(new LegalClockStopped(clock.Id, clock.IdeaId, clock.Kind, stop.ToString(), now), clock.IdeaId ?? clock.Id);
    }

    /// <param name="decisionId">The decision that set it going: the line goes with it when it is taken back.</param>
    public static void Line(IdeasDbContext db, LegalClock clock, string kind, string note, Guid? by, DateTimeOffset now, Guid? decisionId = null)
    {
        if (clock.IdeaId is not { } idea) return;
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = kind, DecisionId = decisionId, ActorId = by, Note = note });
    }

    public static void Audit(IdeasDbContext db, string action, LegalClock clock, Guid? by, params (string Name, string Value)[] facts) => db.Audit(new AuditFact(
        action, clock.IdeaId is null ? "legal-clock" : "idea", clock.IdeaId ?? clock.Id, by, clock.AuthorityId,
        new Dictionary<string, string>(facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))) { ["clock"] = clock.Id.ToString(), ["kind"] = clock.Kind }));

    public static void Task(IdeasDbContext db, LegalClock clock, string role, string what, DateOnly due, DateTimeOffset now) => db.Tasks.Add(new CoachTask
    {
        Id = Guid.CreateVersion7(), IdeaId = clock.IdeaId, SubjectId = clock.Id, Kind = CoachTaskKind.LegalClock, Role = role, AuthorityId = clock.AuthorityId, CreatedAt = now, VisibleFrom = now, Due = due, What = what,
    });
}
