using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>A case while its history is being written.</summary>
/// <param name="number">Which of all: gives each its own time of day, coach and turn of words.</param>
internal sealed class DemoCase(DemoIdea demo, Idea idea, DemoCalendar calendar, int number)
{
    public DemoIdea Demo => demo;

    public Idea Idea => idea;

    public DemoCalendar Calendar => calendar;

    public int Number => number;

    /// <summary>The one row of each form so far.</summary>
    public List<EvidenceAnswer> Evidence { get; } = [];

    /// <summary>The idea that its submitter let it be merged with.</summary>
    public Idea? MergedInto { get; set; }

    /// <summary>Working days before today of what happened last.</summary>
    public int LastDay { get; set; } = demo.Received;

    /// <summary>After eight: the later number comes later on the same day.</summary>
    public static int Minute(int number) => 14 + (number % 90 / 2);

    /// <param name="order">Of several things on one day.</param>
    public DateTimeOffset At(int day, DemoHour order) => calendar.At(day, Minute(number) + (60 * (int)order));

    public TimelineEntry Line(string kind, Audience audience, DateTimeOffset at, string? stage = null, Guid? by = null, string? role = null, string? note = null) => new()
    {
        Id = OrderedId.Next(), IdeaId = idea.Id, At = at, VisibleFrom = at, Audience = audience, Kind = kind, Stage = stage ?? idea.Stage, ActorId = by, ActorRole = role, Note = note,
    };
}

/// <summary>The order of a case's day, an hour apart.</summary>
internal enum DemoHour
{
    Received,
    Registered,
    FilledIn,
    Asked,
    Answered,
    Advised,
    Decided,
    After,
}
