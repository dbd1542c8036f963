using System.Buffers.Binary;
using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;

namespace IdeSluss.Benchmarks.Generator;

/// <summary>An idea with what has happened to it.</summary>
internal sealed record GeneratedCase(Idea Idea, IReadOnlyList<Decision> Decisions, IReadOnlyList<TimelineEntry> Timeline);

/// <summary>Cases in the proportions of an instance that has run for eight years: older ones closed or archived, newer ones on their way, some redirected, a few restricted.</summary>
internal sealed class CaseMaker(int size, IReadOnlyList<UnitInfo> units, Guid receiving, DateTimeOffset now)
{
    private static readonly TimeSpan Ages = TimeSpan.FromDays(8 * 365);

    private readonly IdeaTexts texts = new(size);

    public GeneratedCase Make(int index)
    {
        var random = new Random(unchecked(index * 7919) + 42);
        var at = now - Ages + (Ages / size * index);
        var text = texts.Make(index, random);
        var unit = units[random.Next(units.Count)];
        var path = PathOf(text, now - at, random);
        var idea = new Idea
        {
            Id = IdAt(at, random),
            CaseNumber = string.Create(CultureInfo.InvariantCulture, $"{at.Year % 100:00}IDE{index + 1}"),
            SubmissionKey = string.Create(CultureInfo.InvariantCulture, $"bench:{index}"),
            AuthorityId = path.Steps.Count > 0 ? unit.AuthorityId : receiving,
            UnitId = path.Steps.Count > 0 ? unit.Id : null,
            WorkflowKey = DefaultWorkflow.Key,
            WorkflowVersion = DefaultWorkflow.Version,
            Stage = path.Stage,
            Track = path.Steps.Count > 0 ? path.Track : null,
            Status = path.Stage is Stages.Closed or Stages.Archived ? IdeaStatus.Closed : random.Next(12) == 0 ? IdeaStatus.Waiting : IdeaStatus.Active,
            CloseReason = path.CloseReason,
            RedirectTarget = text.Redirect,
            Restricted = text.Redirect == Redirects.LexSarah,
            OriginalTitle = random.Next(2) == 0 ? text.Title : null,
            OriginalText = text.Original,
            PublicTitle = path.IsPublic ? text.Title : null,
            PublicText = path.IsPublic ? text.Public : null,
            NeedSentence = path.IsPublic ? text.Need : null,
            Area = text.Area,
            Language = text.Language,
            Channel = random.Next(10) switch { 0 => "PHONE", 1 => "PAPER", _ => "WEB" },
            SubmitterKind = random.Next(4) == 0 ? SubmitterKind.Employee : SubmitterKind.Resident,
            FollowCodeHash = Bytes(random, 32),
            ReceivedAt = at,
            StageEnteredAt = at.AddDays(path.Steps.Count * 20),
            PublishedAt = path.IsPublic ? at.AddDays(3) : null,
            ClosedAt = path.Stage is Stages.Closed or Stages.Archived ? at.AddDays(path.Steps.Count * 20) : null,
            PromiseDue = path.Stage is Stages.Closed or Stages.Archived ? null : DateOnly.FromDateTime(at.AddDays((path.Steps.Count * 20) + 30).DateTime),
        };
        return new(idea, [.. path.Steps.Select((step, order) => DecisionOf(idea, step, at.AddDays((order * 20) + 3), random))], Lines(idea, path, at, random));
    }

    private static CasePath PathOf(IdeaText text, TimeSpan age, Random random)
    {
        if (text.Redirect is not null) return new(Stages.Closed, Tracks.Small, CloseReasons.Redirected, [new(Gates.Triage, "REDIRECT", Stages.Triage, Stages.Closed)], IsPublic: false);
        var track = random.Next(10) switch { < 2 => Tracks.DoNow, < 7 => Tracks.Small, _ => Tracks.Full };
        var triage = new CaseStep(Gates.Triage, "ADVANCE", Stages.Triage, Stages.Need);
        var chance = random.NextDouble();
        // In the last months most are on their way; before that nearly all have ended.
        if (age < TimeSpan.FromDays(20) && chance < 0.5) return new(Stages.Triage, track, null, [], IsPublic: false);
        if (age < TimeSpan.FromDays(250) && chance < 0.8)
        {
            return random.Next(4) switch
            {
                0 => new(Stages.Need, track, null, [triage]),
                1 => new(Stages.Concept, Tracks.Full, null, [triage, new(Gates.Need, "ADVANCE", Stages.Need, Stages.Concept)]),
                2 => new(Stages.Test, Tracks.Full, null, [triage, new(Gates.Need, "ADVANCE", Stages.Need, Stages.Concept), new(Gates.Test, "ADVANCE", Stages.Concept, Stages.Test)]),
                _ => new(Stages.Implementation, track, null, [triage, new(Gates.Need, "DO_IT", Stages.Need, Stages.Implementation)]),
            };
        }

        var end = age > TimeSpan.FromDays(4 * 365) ? Stages.Archived : Stages.Closed;
        return random.Next(20) switch
        {
            < 9 => new(end, track, CloseReasons.Implemented, [triage, new(Gates.Need, "DO_IT", Stages.Need, Stages.Implementation), new(Gates.Benefit, "CLOSE", Stages.Benefit, Stages.Closed)]),
            < 12 => new(end, track, CloseReasons.DeclinedCostBenefit, [triage, new(Gates.Need, "DECLINE", Stages.Need, Stages.Closed)]),
            < 15 => new(end, track, CloseReasons.DeclinedAlreadyExists, [triage, new(Gates.Need, "DECLINE", Stages.Need, Stages.Closed)]),
            < 16 => new(end, Tracks.Full, CloseReasons.StoppedAfterTest, [triage, new(Gates.Need, "ADVANCE", Stages.Need, Stages.Concept), new(Gates.Test, "ADVANCE", Stages.Concept, Stages.Test), new(Gates.Evaluate, "STOP", Stages.Test, Stages.Closed)]),
            < 17 => new(end, track, CloseReasons.Withdrawn, [triage]),
            < 19 => new(end, track, CloseReasons.DeclinedOutOfScope, [new(Gates.Triage, "DECLINE", Stages.Triage, Stages.Closed)], IsPublic: false),
            _ => new(end, track, CloseReasons.Expired, [triage]),
        };
    }

    private static Decision DecisionOf(Idea idea, CaseStep step, DateTimeOffset at, Random random) => new()
    {
        Id = IdAt(at, random), IdeaId = idea.Id, Gate = step.Gate, Outcome = step.Outcome, Track = idea.Track, FromStage = step.From, ToStage = step.To,
        CloseReason = step.To == Stages.Closed ? idea.CloseReason : null, RedirectTarget = step.Outcome == "REDIRECT" ? idea.RedirectTarget : null, DecidedAt = at, DecidedAs = Roles.IdeaCoach,
        Impartial = true, Reason = Reason(step), Reply = $"{Reason(step)} Beslutet togs den {at:d MMMM}.", EffectiveAt = at.AddMinutes(10), EvidenceVersions = "{}", Before = "{}",
    };

    private static string Reason(CaseStep step) => step.Outcome switch
    {
        "ADVANCE" => "Behovet är tydligt och berör många. Vi går vidare.",
        "DO_IT" => "En enhet kan göra det själv. Vi sätter i gång.",
        "DECLINE" => "Det kostar mer än det gör nytta just nu.",
        "STOP" => "Testet visade att det inte fungerade som vi trodde. Lärdomen är att prova i mindre skala.",
        "CLOSE" => "Det används varje dag och de som berörs är nöjda.",
        _ => "Vi har lämnat det dit det hör hemma.",
    };

    private static List<TimelineEntry> Lines(Idea idea, CasePath path, DateTimeOffset at, Random random)
    {
        var lines = new List<TimelineEntry>();
        void Add(string kind, DateTimeOffset when, string? stage, string? note = null) =>
            lines.Add(new() { Id = IdAt(when, random), IdeaId = idea.Id, At = when, VisibleFrom = when.AddMinutes(10), Audience = Audience.Public, Kind = kind, Stage = stage, ActorRole = Roles.IdeaCoach, Note = note });
        Add(TimelineKinds.Received, at, Stages.Received);
        Add(TimelineKinds.Registered, at, Stages.Triage);
        foreach (var (step, order) in path.Steps.Select((step, order) => (step, order)))
        {
            var when = at.AddDays((order * 20) + 3);
            Add(TimelineKinds.Decided, when, step.From, Reason(step));
            Add(TimelineKinds.StageEntered, when, step.To);
        }

        return lines;
    }

    /// <summary>A version 7 id whose random bits follow from the seed.</summary>
    private static Guid IdAt(DateTimeOffset at, Random random)
    {
        var bytes = Bytes(random, 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at.ToUnixTimeMilliseconds() << 16) | 0x7000 | (uint)random.Next(0x1000));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private sealed record CasePath(string Stage, string Track, string? CloseReason, IReadOnlyList<CaseStep> Steps, bool IsPublic = true);

    private sealed record CaseStep(string Gate, string Outcome, string From, string To);
}
