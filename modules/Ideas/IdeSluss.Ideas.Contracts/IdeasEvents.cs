using IdeSluss.Sdk.Events;

namespace IdeSluss.Ideas.Contracts;

/// <summary>An idea came in and has its number. Stream: the idea's id.</summary>
/// <param name="Channel">Code of the <see cref="IntakeChannel"/>.</param>
[Event("ideas.idea-submitted.v1")]
public sealed record IdeaSubmitted(Guid IdeaId, string CaseNumber, Guid AuthorityId, string Channel, DateTimeOffset ReceivedAt);

/// <summary>The text may describe a serious irregularity in care (lex Sarah, LSS 24 b §): whoever is on duty must be told at once; a human decides.</summary>
[Event("ideas.irregularity-hinted.v1")]
public sealed record IrregularityHinted(Guid IdeaId, string CaseNumber, Guid AuthorityId, DateTimeOffset At);

/// <summary>A gate was decided. Effects the public sees come at <paramref name="EffectiveAt"/>; see <see cref="DecisionTakenBack"/>.</summary>
/// <param name="Outcome">Code of the workflow's outcome: <c>ADVANCE</c>.</param>
/// <param name="FromStage">Stage before.</param>
/// <param name="ToStage">Stage after; the same when the case waits or is parked.</param>
/// <param name="EffectiveAt">UTC; when the hold ends and the reply leaves.</param>
[Event("ideas.gate-decided.v1")]
public sealed record GateDecided(Guid IdeaId, string CaseNumber, Guid DecisionId, string Gate, string Outcome, string FromStage, string ToStage, string? Track, Guid? DecidedBy, DateTimeOffset DecidedAt, DateTimeOffset EffectiveAt);

/// <summary>A decision was taken back within its hold; the case is where it was.</summary>
[Event("ideas.decision-taken-back.v1")]
public sealed record DecisionTakenBack(Guid IdeaId, Guid DecisionId, string Gate, DateTimeOffset At);

/// <summary>The matter belongs elsewhere (<see cref="Redirects"/>). The original is kept; both cases cross-reference.</summary>
[Event("ideas.idea-redirected.v1")]
public sealed record IdeaRedirected(Guid IdeaId, string CaseNumber, Guid AuthorityId, string Target, DateTimeOffset At);

[Event("ideas.idea-closed.v1")]
public sealed record IdeaClosed(Guid IdeaId, string CaseNumber, string Reason, DateTimeOffset At);

/// <summary>
/// Two ideas are one case from now on: the first follows the second's way, and its submitter stands behind both. <see cref="IdeaClosed"/> for the first comes with it.
/// </summary>
/// <param name="IntoId">The idea that goes on. Never one that is itself merged.</param>
/// <param name="Consent"><c>SUBMITTER</c>, <c>TOLD_OFFICE</c>, or <c>UNANSWERED</c> when a coach decided on what was known.</param>
/// <param name="DecidedBy">The coach who asked, or who decided on what was known.</param>
[Event("ideas.ideas-merged.v1")]
public sealed record IdeasMerged(Guid IdeaId, string CaseNumber, Guid IntoId, string IntoNumber, string Consent, Guid DecidedBy, DateTimeOffset At);

/// <summary>A merge was undone: the idea goes its own way again, from <paramref name="Stage"/>, as if it had waited meanwhile.</summary>
/// <param name="FromId">The idea it was merged into.</param>
[Event("ideas.ideas-unmerged.v1")]
public sealed record IdeasUnmerged(Guid IdeaId, string CaseNumber, Guid FromId, string FromNumber, string Stage, Guid DecidedBy, DateTimeOffset At);

/// <summary>A no was changed when it was reconsidered: a case that had ended is open again, at the gate where the decision was taken.</summary>
/// <param name="DecisionId">The decision that was changed.</param>
/// <param name="Stage">Where the case is now.</param>
/// <param name="DecidedBy">Who reconsidered it; never the one who decided.</param>
[Event("ideas.case-reopened.v1")]
public sealed record CaseReopened(Guid IdeaId, string CaseNumber, Guid DecisionId, string Gate, string Stage, Guid DecidedBy, DateTimeOffset At);

/// <summary>A promise is at 70 or 100 percent of its time.</summary>
[Event("ideas.promise-at-risk.v1")]
public sealed record PromiseAtRisk(Guid IdeaId, string CaseNumber, string Stage, int Percent, DateOnly Due);

/// <summary>A unit has said that it receives the result of the test, on the proposed terms. It holds until <see cref="ReceiverVoided"/>.</summary>
/// <param name="CommitmentId">The proposal that was accepted.</param>
/// <param name="UnitAuthorityId">The authority of the receiving unit, which need not be the case's.</param>
[Event("ideas.receiver-accepted.v1")]
public sealed record ReceiverAccepted(Guid IdeaId, string CaseNumber, Guid CommitmentId, Guid UnitId, Guid UnitAuthorityId, Guid AcceptedBy, DateTimeOffset At);

/// <summary>What a unit had accepted no longer holds: another unit or other terms were proposed, or the decision was taken back.</summary>
[Event("ideas.receiver-voided.v1")]
public sealed record ReceiverVoided(Guid IdeaId, string CaseNumber, Guid CommitmentId, Guid UnitId, DateTimeOffset At);

/// <summary>Someone was consulted before a decision.</summary>
/// <param name="BodyCode">Code of the <see cref="ConsultationBody"/>.</param>
/// <param name="LastDay">The last Swedish day for an answer.</param>
[Event("ideas.consultation-asked.v1")]
public sealed record ConsultationAsked(Guid IdeaId, string CaseNumber, Guid ConsultationId, string BodyCode, string Gate, DateOnly LastDay, DateTimeOffset At);

/// <summary>A consultation has ended: an answer came, or a person noted that none did.</summary>
/// <param name="Result"><c>ANSWERED</c>, <c>YES</c>, <c>YES_WITH_CONDITIONS</c>, <c>NO</c> or <c>NO_ANSWER</c>.</param>
[Event("ideas.consultation-answered.v1")]
public sealed record ConsultationAnswered(Guid IdeaId, string CaseNumber, Guid ConsultationId, string BodyCode, string Gate, string Result, DateTimeOffset At);

/// <summary>A time that the law sets has begun or got its first day. Stream: the idea's id, or the clock's own where there is no case.</summary>
/// <param name="Kind">Code of the <see cref="LegalClockKind"/>.</param>
/// <param name="Due">The last Swedish day; null until a person has entered the first.</param>
[Event("ideas.legal-clock-started.v1")]
public sealed record LegalClockStarted(Guid ClockId, Guid? IdeaId, string Kind, DateOnly? Due, DateTimeOffset At);

/// <summary>70 or 100 percent of a legal time has gone.</summary>
[Event("ideas.legal-clock-warned.v1")]
public sealed record LegalClockWarned(Guid ClockId, Guid? IdeaId, string Kind, int Percent, DateOnly Due, DateTimeOffset At);

/// <param name="Reason"><c>Done</c>, <c>HandedOver</c>, <c>Withdrawn</c>, <c>NotApplicable</c> or <c>TakenBack</c>.</param>
[Event("ideas.legal-clock-stopped.v1")]
public sealed record LegalClockStopped(Guid ClockId, Guid? IdeaId, string Kind, string Reason, DateTimeOffset At);
