using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>A line of the case's history. Append-only.</summary>
internal sealed class TimelineEntry
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Outside the office it is seen from here on: a held decision shows when the hold ends.</summary>
    public DateTimeOffset VisibleFrom { get; set; }
    public Audience Audience { get; init; }

    /// <summary>What happened; the page says it in words: see <see cref="TimelineKinds"/>.</summary>
    public required string Kind { get; init; }
    public string? Stage { get; init; }
    public Guid? DecisionId { get; init; }
    public Guid? ActorId { get; init; }

    /// <summary>In which role; shown to the public instead of a name.</summary>
    public string? ActorRole { get; init; }

    /// <summary>A text written for the audience (a reason, a question). Never the submitter's own words on a public entry.</summary>
    public string? Note { get; init; }

    /// <summary>A decision taken back within its hold: kept, shown internally only.</summary>
    public bool TakenBack { get; set; }
}

internal static class TimelineKinds
{
    public const string Received = "received";
    public const string Registered = "registered";
    public const string Assigned = "assigned";
    public const string Edited = "edited";
    public const string Decided = "decided";
    public const string TakenBack = "taken-back";
    public const string Corrected = "corrected";
    public const string StageEntered = "stage-entered";
    public const string GateNotNeeded = "gate-not-needed";
    public const string EvidenceNotNeeded = "evidence-not-needed";
    public const string EvidenceSaved = "evidence-saved";

    /// <summary>An answer returns the case; the note says form and step.</summary>
    public const string EvidenceReturned = "evidence-returned";
    public const string TrackChanged = "track-changed";
    public const string Asked = "asked";
    public const string Answered = "answered";
    public const string Advised = "advised";
    public const string Redirected = "redirected";
    public const string Acknowledged = "acknowledged";
    public const string TaskDone = "task-done";
    public const string Withdrawn = "withdrawn";
    public const string PromiseAtRisk = "promise-at-risk";
    public const string Woken = "woken";
    public const string ConflictDeclared = "conflict-declared";
    public const string Translated = "translated";
    public const string TranslationAsked = "translation-asked";
    public const string WorkflowChanged = "workflow-changed";
    public const string ReceiverProposed = "receiver-proposed";
    public const string ReceiverAccepted = "receiver-accepted";
    public const string ReceiverDeclined = "receiver-declined";
    public const string ReceiverEnded = "receiver-ended";
    public const string MergeAsked = "merge-asked";
    public const string MergeWithdrawn = "merge-withdrawn";
    public const string MergeDeclined = "merge-declined";
    public const string Merged = "merged";
    public const string Unmerged = "unmerged";
    public const string ConsultationAsked = "consultation-asked";
    public const string ConsultationAnswered = "consultation-answered";
    public const string ConsultationUnanswered = "consultation-unanswered";
    public const string ConsultationWithdrawn = "consultation-withdrawn";
    public const string LegalClockStarted = "legal-clock-started";
    public const string LegalClockWarned = "legal-clock-warned";
    public const string LegalClockExtended = "legal-clock-extended";
    public const string LegalClockStopped = "legal-clock-stopped";
    public const string Imported = "imported";
    public const string TestStarted = "test-started";
    public const string TestEnded = "test-ended";
    public const string TestSupports = "test-supports";
    public const string TestRejects = "test-rejects";
    public const string TestInconclusive = "test-inconclusive";
    public const string JudgingBegun = "judging-begun";
    public const string JudgingClosed = "judging-closed";
    public const string JudgesFarApart = "judges-far-apart";
    public const string JudgesTalked = "judges-talked";
    public const string ReconsiderationAsked = "reconsideration-asked";
    public const string DecisionStands = "decision-stands";

    /// <summary>A no was changed by another decider; the line's decision is the one that was changed.</summary>
    public const string DecisionChanged = "decision-changed";
}

internal enum Audience
{
    /// <summary>Everyone who may see the idea.</summary>
    Public,

    /// <summary>The submitter and the office.</summary>
    Submitter,
    Internal,
}

/// <summary>A decision record with the fields of FL 31 §: date, content, who decided, who presented, who took part without deciding.</summary>
internal sealed class Decision
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public required string Gate { get; init; }
    public required string Outcome { get; init; }
    public string? Track { get; init; }
    public required string FromStage { get; init; }
    public required string ToStage { get; init; }
    public string? CloseReason { get; init; }
    public string? RedirectTarget { get; init; }
    public Guid? MergedIntoId { get; init; }
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Null only for what the system may pass by itself.</summary>
    public Guid? DecidedById { get; init; }

    /// <summary>The role in which it was decided.</summary>
    public string? DecidedAs { get; init; }

    /// <summary>Föredragande.</summary>
    public string? Presenter { get; init; }

    /// <summary>Who took part in the final handling without deciding.</summary>
    public string? Participants { get; init; }

    /// <summary>Delegation number or legal basis.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>For a nämnd: § and day of the meeting.</summary>
    public string? CommitteeParagraph { get; init; }
    public DateOnly? MeetingDay { get; init; }

    /// <summary>For a nämnd: votes and reservations, where there were any.</summary>
    public string? Voting { get; init; }

    /// <summary>The decider has declared that nothing makes them partial.</summary>
    public bool Impartial { get; init; }

    /// <summary>Klarspråk; becomes the reply.</summary>
    public required string Reason { get; init; }

    /// <summary>The reply as sent or to be sent.</summary>
    public required string Reply { get; init; }
    public Guid? ReplyMailId { get; set; }

    /// <summary>When the hold ends: the reply leaves and the outside sees the decision.</summary>
    public DateTimeOffset EffectiveAt { get; set; }
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>A visible correction of an earlier decision's text.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>Evidence at the time: form → version of the answers, as JSON.</summary>
    public required string EvidenceVersions { get; init; }

    /// <summary>The case before, as JSON, for taking the decision back.</summary>
    public required string Before { get; set; }
}

/// <summary>Answers to one form of a case. Each fact is asked once: evidence belongs to the case, not to the gate.</summary>
internal sealed class EvidenceAnswer : IVersioned
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public required string Form { get; init; }
    public int FormVersion { get; set; }
    public required string Answers { get; set; }

    /// <summary>What followed from the answers when they were saved: outcomes of decision tables and computed numbers, as JSON.</summary>
    public string Results { get; set; } = "{}";

    /// <summary>Question → who answered it last, and when, as JSON.</summary>
    public string Trail { get; set; } = "{}";
    public bool Complete { get; set; }

    public DateTimeOffset SavedAt { get; set; }
    public Guid? SavedById { get; set; }
    public int Version { get; set; }
}

/// <summary>A question to the submitter, or their answer. Seen by the two sides only.</summary>
internal sealed class Message
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public DateTimeOffset At { get; init; }
    public bool FromSubmitter { get; init; }
    public Guid? AuthorId { get; init; }
    public required string Text { get; init; }

    /// <summary>For a question: gladly answered by this day.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The question a reply belongs to.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>The submitter sees it from here on (a question is part of a held decision).</summary>
    public DateTimeOffset VisibleFrom { get; set; }
}

/// <summary>Something a person in the office must do outside the gates: call someone, send a letter, look at a proposal of the clock.</summary>
internal sealed class CoachTask
{
    public Guid Id { get; init; }
    public Guid? IdeaId { get; init; }
    public CoachTaskKind Kind { get; init; }
    public required string Role { get; init; }
    public Guid AuthorityId { get; init; }
    public Guid? AssigneeId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not shown before: a task that belongs to a held decision.</summary>
    public DateTimeOffset VisibleFrom { get; set; }
    public DateOnly Due { get; init; }
    public Guid? DecisionId { get; init; }

    /// <summary>What the task is about, where the case alone does not tell: a consultation.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What to do, as a Swedish key with arguments resolved when shown; personal text is read from the case, never copied here.</summary>
    public required string What { get; init; }

    /// <summary>BCP 47: the language to translate into; null for every other kind.</summary>
    public string? Language { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid? DoneById { get; set; }

    /// <summary>"ringt 3 november"</summary>
    public string? DoneNote { get; set; }
    public bool Cancelled { get; set; }
}

internal enum CoachTaskKind
{
    CallSubmitter,
    SendLetter,

    /// <summary>The submitter has not answered in time: close on what is known, or go on. A job proposes, a coach decides.</summary>
    ConsiderClosing,
    RemindSubmitter,
    OtherLanguage,

    /// <summary>A reply is to be given in another language too: see <see cref="CoachTask.Language"/>.</summary>
    TranslateReply,

    /// <summary>A serious irregularity may be described: receive it now.</summary>
    ReceiveIrregularity,
    HandOver,
    AccessibilityReport,
    FollowUp,

    /// <summary>The submitter has answered or added something.</summary>
    ReadReply,

    /// <summary>A unit is asked to receive the result of a test; answered on its own page.</summary>
    AnswerReceiver,

    /// <summary>The asked unit said no: another must be found.</summary>
    ChooseReceiver,

    /// <summary>Someone without e-mail is asked whether the idea may be merged with another: by telephone or letter.</summary>
    AskAboutMerge,

    /// <summary>The question about merging needs a coach: no answer in time, or what it led to is no longer possible.</summary>
    ConsiderMerge,
    /// <summary>An internal role is consulted; answered on its own page.</summary>
    AnswerConsultation,

    /// <summary>The last day has passed without an answer: remind, or note that none came.</summary>
    NoteConsultation,

    /// <summary>A time that a law sets needs someone: its first day, or what it asks for. Seen to on its own page.</summary>
    LegalClock,

    /// <summary>The one who answers for the benefit is asked what became of it; answered on a page of its own.</summary>
    BenefitFollowUp,

    /// <summary>What kind of innovation an idea in use was; answered on a page of its own.</summary>
    InnovationQuestions,
}

/// <summary>Advice before a gate, from the idea board or another role.</summary>
internal sealed class Advice
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public required string Gate { get; init; }
    public Guid AdviserId { get; init; }
    public required string Role { get; init; }
    public required string Recommendation { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What someone is writing. Not a case, not a public document (TF 2 kap. 12–13 §§); removed after 90 idle days.</summary>
internal sealed class Draft
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the writer's cookie.</summary>
    public required byte[] SecretHash { get; init; }
    public Guid? PersonId { get; set; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Fields { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What it became; kept a day so that a second post finds the same receipt.</summary>
    public Guid? IdeaId { get; set; }
}

/// <summary>Someone who wants to hear about a public idea.</summary>
internal sealed class Follow
{
    public Guid IdeaId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset Since { get; init; }
}

/// <summary>A warning of the clock, given once per stage entry and level.</summary>
internal sealed class ClockWarning
{
    public Guid IdeaId { get; init; }
    public DateTimeOffset StageEnteredAt { get; init; }

    /// <summary>70 or 100.</summary>
    public int Percent { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>One mail a day at most to each person who has work waiting.</summary>
internal sealed class DigestSent
{
    public Guid PersonId { get; init; }
    public DateOnly Day { get; init; }
}

/// <summary>The way to where a redirected matter belongs, and who received it there.</summary>
internal sealed class RedirectRecord
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }
    public required string Target { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? DecisionId { get; init; }
    public string? ReceiverRole { get; init; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public Guid? ReceivedById { get; set; }

    /// <summary>The other system's number: the cross-reference.</summary>
    public string? OtherReference { get; set; }
    public DateTimeOffset? TakenBackAt { get; set; }
}

/// <summary>A report that something here cannot be used (lag 2018:1937, 13 §).</summary>
internal sealed class AccessibilityReport
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public string? Page { get; init; }
    public string? Contact { get; init; }

    /// <summary>True when a certain content is asked for in an accessible form (begäran om tillgängliggörande).</summary>
    public bool IsRequest { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }
}
