using IdeSluss.Sdk.Events;

namespace IdeSluss.Evaluation.Contracts;

/// <summary>A submitter asks that a no be reconsidered by somebody other than the one who said it. Stream: the idea's id.</summary>
/// <param name="Gate">Code of the gate where it was decided.</param>
/// <param name="AskedBy">Null for a submitter without an account.</param>
[Event("evaluation.reconsideration-asked.v1")]
public sealed record ReconsiderationAsked(Guid ReconsiderationId, Guid IdeaId, string CaseNumber, Guid DecisionId, string Gate, Guid? AskedBy, DateTimeOffset At);

/// <summary>A decision has been reconsidered. Stream: the idea's id.</summary>
/// <param name="Changed">The case goes back to the gate: <c>ideas.case-reopened.v1</c> follows.</param>
/// <param name="DecidedAs">Role code.</param>
[Event("evaluation.reconsideration-decided.v1")]
public sealed record ReconsiderationDecided(Guid ReconsiderationId, Guid IdeaId, string CaseNumber, Guid DecisionId, string Gate, bool Changed, Guid DecidedBy, string DecidedAs, DateTimeOffset At);
