using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Domain;

/// <summary>
/// One idea and its case. <see cref="OriginalText"/> is what came in and never changes; <see cref="PublicText"/> is what a coach has read and, where needed,
/// masked. Only public text is ever shown to others, searched or compared.
/// </summary>
internal sealed class Idea : IVersioned
{
    public Guid Id { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Same key, same idea: a double post or a repeated API call finds it again.</summary>
    public required string SubmissionKey { get; init; }
    public Guid AuthorityId { get; set; }
    public Guid? UnitId { get; set; }
    public required string WorkflowKey { get; set; }
    public int WorkflowVersion { get; set; }
    public required string Stage { get; set; }
    public string? Track { get; set; }
    public IdeaStatus Status { get; set; }
    public string? CloseReason { get; set; }
    public string? RedirectTarget { get; set; }

    /// <summary>The idea that this one is merged with and whose way it follows: always that of the whole group, never one that is itself merged.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Seen by the redirect's receiver only (lex Sarah): in no list, search, page or count of anyone else's.</summary>
    public bool Restricted { get; set; }

    public string? OriginalTitle { get; init; }
    public required string OriginalText { get; init; }
    public string? PublicTitle { get; set; }
    public string? PublicText { get; set; }

    /// <summary>"Vem har vilket behov?" in one sentence, written by the coach.</summary>
    public string? NeedSentence { get; set; }
    public string? Place { get; init; }
    public string? WhoHasNeed { get; init; }
    public string? Area { get; set; }

    /// <summary>BCP 47 language of the text.</summary>
    public string Language { get; set; } = "sv";
    public required string Channel { get; init; }
    public SubmitterKind SubmitterKind { get; init; }

    /// <summary>The submitter's account; null when handed in without logging in.</summary>
    public Guid? SubmitterId { get; set; }

    /// <summary>Who entered it for someone else.</summary>
    public Guid? RegisteredById { get; init; }

    /// <summary>How the one it was entered for agreed: "muntligt i telefon".</summary>
    public string? ConsentNote { get; init; }

    /// <summary>Where the paper is: "originalet finns hos …".</summary>
    public string? OriginalKeptAt { get; init; }
    public AnswerWay AnswerWay { get; set; }
    public Contact? Contact { get; set; }

    /// <summary>HMAC of the follow code under the instance's secret; the code itself is stored nowhere.</summary>
    public required byte[] FollowCodeHash { get; init; }

    /// <summary>What a person should look at before publishing: found by rules, decided by people.</summary>
    public SensitiveHints Hints { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset StageEnteredAt { get; set; }

    /// <summary>The last Swedish day on which the submitter is to hear something; moved by pauses.</summary>
    public DateOnly? PromiseDue { get; set; }

    /// <summary>Since when the clock stands still.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>From when the public text may be seen; null before the first gate.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>While a reply is held, everyone outside sees <see cref="StageBeforeHold"/>.</summary>
    public DateTimeOffset? HeldUntil { get; set; }
    public string? StageBeforeHold { get; set; }
    public Guid? CoachId { get; set; }

    /// <summary>The unit that has accepted to receive the result, and its authority: it decides at the hand-over and sees the case.</summary>
    public Guid? ReceivingUnitId { get; set; }
    public Guid? ReceivingAuthorityId { get; set; }

    /// <summary>The unit whose coaches share the case, and its authority: they see it wherever it lies, and one of them takes it (<see cref="CoachPool"/>).</summary>
    public Guid? PoolUnitId { get; set; }
    public Guid? PoolAuthorityId { get; set; }
    public int FollowerCount { get; set; }
    public int Version { get; set; }

    public List<IdeaPerson> People { get; } = [];

    /// <summary>Ideas merged into this one; loaded where it matters whose idea it is (<c>CaseAccess.WithOwners</c>).</summary>
    public List<Idea> Merged { get; } = [];

    /// <summary>What the submitter and the public see now.</summary>
    public string ShownStage(DateTimeOffset now) => HeldUntil > now && StageBeforeHold is { } before ? before : Stage;

    /// <summary>Shown in its own right; a merged idea is shown as part of the one it is merged into.</summary>
    public bool IsPublic(DateTimeOffset now) => !Restricted && PublishedAt <= now && RedirectTarget is null && MergedIntoId is null;

    public bool IsOpen => Status != IdeaStatus.Closed;

    /// <summary>No one decides on an idea of their own (FL 16–18 §§): the submitter, co-submitters, those of ideas merged into it, and those who declared a conflict.</summary>
    public bool IsOwnOf(Guid person) => SubmitterId == person || People.Exists(link => link.PersonId == person) || Merged.Exists(other => other.IsOwnOf(person));

    /// <summary>Enters a stage: starts its clock anew. The promise to the submitter is the stage's limit, or the track's when that is sooner.</summary>
    public void Enter(Stage stage, Track? track, DateTimeOffset now)
    {
        if (PausedAt is not null) Resume(now);
        // Stages that share one time: the clock that runs goes on, or going back and forth would win time.
        var goesOn = track?.Together is { } shared && shared.Stages.Contains(Stage) && shared.Stages.Contains(stage.Code);
        Stage = stage.Code;
        StageEnteredAt = now;
        PausedAt = null;
        Status = stage.IsEnd ? IdeaStatus.Closed : IdeaStatus.Active;
        ClosedAt = stage.IsEnd ? ClosedAt ?? now : null;
        if (!goesOn) PromiseDue = stage.IsEnd ? null : Promise(stage, track, now);
    }

    /// <summary>The clock stands still until <see cref="Resume"/>.</summary>
    public void Pause(IdeaStatus status, DateTimeOffset now)
    {
        Status = status;
        PausedAt = now;
    }

    /// <summary>The promise moves by as many working days as the clock stood still.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (PausedAt is { } since && PromiseDue is { } due)
            PromiseDue = WorkingDays.Add(due, WorkingDays.Between(since.StockholmDay(), now.StockholmDay()));
        PausedAt = null;
        Status = IdeaStatus.Active;
    }

    /// <summary>Another track for a case on its way: the promise is counted anew from when the stage was entered, or from now where stages share one time.</summary>
    public void ChangeTrack(Stage stage, Track track, DateTimeOffset now)
    {
        Track = track.Code;
        PromiseDue = stage.IsEnd ? null : Promise(stage, track, track.Together is null ? StageEnteredAt : now);
    }

    private DateOnly? Promise(Stage stage, Track? track, DateTimeOffset now) => PromiseAtEntry(stage, track, ReceivedAt, now);

    /// <summary>The promise as it is given on entry: what the clock's percentages are counted from, before pauses have moved it.</summary>
    public static DateOnly? PromiseAtEntry(Stage stage, Track? track, DateTimeOffset received, DateTimeOffset entered)
    {
        var ofStage = (track?.Together is { } shared && shared.Stages.Contains(stage.Code) ? shared.Limit : stage.Limit)?.From(entered.StockholmDay());
        // A track promises when it is done; what it leads to is followed up in the stage's own time.
        var ofTrack = stage.PublicStep == Sdk.Workflows.Stage.LastPublicStep ? null : track?.Promise?.From(received.StockholmDay());
        // A track's promise that has already passed must not make every later stage overdue from its first day.
        if (ofTrack is { } sooner && sooner > entered.StockholmDay() && (ofStage is null || sooner < ofStage)) return sooner;
        return ofStage ?? ofTrack;
    }
}

internal enum IdeaStatus
{
    Active,

    /// <summary>WAITING_FOR_SUBMITTER: the clock stands still.</summary>
    Waiting,
    Parked,
    Closed,
}

internal enum SubmitterKind
{
    Resident,
    Employee,
    Elected,
    Organisation,
}

/// <summary>How the answer reaches the submitter. <see cref="Code"/> alone means that they read it themselves.</summary>
internal enum AnswerWay
{
    Code,
    Email,
    Account,
    Telephone,
    Letter,
}

[Flags]
internal enum SensitiveHints
{
    None = 0,
    PersonalNumber = 1,
    Telephone = 2,
    EmailAddress = 4,
    NamedPersonsHealth = 8,
    Name = 16,
    Irregularity = 32,
    Threat = 64,
    OtherLanguage = 128,
    SeveralMatters = 256,
}

/// <summary>Contact data apart from the idea, so that it can be disposed of by itself.</summary>
internal sealed class Contact
{
    public Guid IdeaId { get; init; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public string? Address { get; set; }
}

/// <summary>A person tied to an idea beside the submitter.</summary>
internal sealed class IdeaPerson
{
    public Guid IdeaId { get; init; }
    public Guid PersonId { get; init; }
    public IdeaPersonKind Kind { get; init; }
    public DateTimeOffset Since { get; init; }
}

internal enum IdeaPersonKind
{
    CoSubmitter,

    /// <summary>Has declared jäv.</summary>
    Conflict,
}
