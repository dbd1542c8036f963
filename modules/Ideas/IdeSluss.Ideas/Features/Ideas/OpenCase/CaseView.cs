using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Ideas.Features.Ideas.OpenCase;

/// <summary>Everything the office sees of a case, with what the submitter wrote.</summary>
internal sealed record CaseView
{
    public required Guid Id { get; init; }
    public required string CaseNumber { get; init; }
    public required int Version { get; init; }
    public required string Stage { get; init; }
    public required string StageName { get; init; }
    public required int PublicStep { get; init; }
    public required IReadOnlyList<SluiceStage> Chain { get; init; }
    public string? Track { get; init; }
    public string? TrackName { get; init; }
    public required string Status { get; init; }
    public string? CloseReason { get; init; }
    public string? RedirectTarget { get; init; }
    public string? OriginalTitle { get; init; }
    public required string OriginalText { get; init; }
    public string? PublicTitle { get; init; }
    public string? PublicText { get; init; }
    public string? NeedSentence { get; init; }
    public string? Place { get; init; }
    public string? WhoHasNeed { get; init; }
    public string? Area { get; init; }
    public required string Language { get; init; }

    /// <summary>Swedish, also the key of its translation.</summary>
    public required string LanguageName { get; init; }

    /// <summary>The submitter's right to an answer in that language, and the law that gives it; null where there is none.</summary>
    public LanguageRight? LanguageRight { get; init; }
    public required IReadOnlyList<ShownTranslation> Translations { get; init; }
    public required string Channel { get; init; }
    public required string SubmitterKind { get; init; }
    public required string AnswerWay { get; init; }
    public CaseContact? Contact { get; init; }
    public string? ConsentNote { get; init; }
    public string? OriginalKeptAt { get; init; }
    public required IReadOnlyList<string> Hints { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateOnly? PromiseDue { get; init; }
    public required PromiseWords Promise { get; init; }
    public DateTimeOffset? PausedAt { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public string? Authority { get; init; }
    public Guid? UnitId { get; init; }
    public string? Unit { get; init; }
    public Guid? CoachId { get; init; }
    public string? Coach { get; init; }
    public string? RegisteredBy { get; init; }
    public required bool CanBeSorted { get; init; }

    /// <summary>The reader submitted it or has declared a conflict: no deciding, only handing on.</summary>
    public required bool IsOwn { get; init; }
    public required bool ReadOnly { get; init; }
    public required IReadOnlyList<CaseEvent> Timeline { get; init; }
    public required IReadOnlyList<CaseDecision> Decisions { get; init; }
    public required IReadOnlyList<CaseMessage> Messages { get; init; }
    public required IReadOnlyList<CaseEvidence> Evidence { get; init; }
    public required IReadOnlyList<CaseTask> Tasks { get; init; }
    public required IReadOnlyList<CaseRedirect> Redirects { get; init; }

    /// <summary>The submitter is asked whether it may be merged.</summary>
    public required bool MergeAsked { get; init; }

    /// <summary>The idea that it is merged into; null also when that one is not for the reader.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Ideas merged into it.</summary>
    public required IReadOnlyList<string> Merged { get; init; }
}

internal sealed record CaseContact(string? Name, string? Email, string? Telephone, string? Address);

/// <param name="Title">Swedish, also the key of its translation.</param>
/// <param name="About">The form, gate or language it is about: Swedish, also a key.</param>
/// <param name="Note">Written by a person, in Swedish.</param>
internal sealed record CaseEvent(DateTimeOffset At, string Kind, string Title, string? Stage, string? Who, string? About, string? Note, bool TakenBack, bool InternalOnly);

/// <param name="ReplyLanguage">BCP 47.</param>
internal sealed record CaseDecision(Guid Id, string Gate, string Outcome, DateTimeOffset At, string? By, string? DecidedAs, string? LegalBasis, string Reason, string Reply, DateTimeOffset EffectiveAt, bool TakenBack, bool Corrects, string ReplyLanguage);

internal sealed record CaseMessage(DateTimeOffset At, bool FromSubmitter, string? Who, string Text, DateOnly? AnswerBy);

/// <param name="SavedAt">Null for what the next gate asks for and nobody has begun.</param>
internal sealed record CaseEvidence(string Form, string Title, bool Complete, DateTimeOffset? SavedAt, string? SavedBy);

internal sealed record CaseTask(Guid Id, CoachTaskKind Kind, string What, DateOnly Due, DateTimeOffset? DoneAt, string? DoneNote, string? Who);

internal sealed record CaseRedirect(string Target, DateTimeOffset At, DateTimeOffset? ReceivedAt, string? OtherReference, bool TakenBack);
