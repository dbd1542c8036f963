using IdeSluss.Sdk.Events;

namespace IdeSluss.Evaluation.Contracts;

/// <summary>People were asked to judge an idea before a decision. Stream of all: the idea's id. Codes, ids and numbers only.</summary>
/// <param name="Gate">Code of the decision ahead.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="StartedBy">Null when a rule did.</param>
/// <param name="DecisionId">The decision that the rule followed; null when a person asked.</param>
[Event("evaluation.round-started.v1")]
public sealed record RoundStarted(Guid RoundId, Guid IdeaId, string CaseNumber, string Gate, int Asked, Guid? StartedBy, DateTimeOffset At, Guid? DecisionId = null);

/// <summary>Nobody is asked any more.</summary>
/// <param name="Count">Judgements sent.</param>
/// <param name="Score">Mean of their scores, 1 to 5; null without any. Never to be read without the lowest, the highest and the number.</param>
/// <param name="FarApart">They differ more than the sheet allows: those who judged are to talk, and <see cref="TalkRecorded"/> follows.</param>
/// <param name="End"><c>ALL_SENT</c>, <c>CLOSED_EARLY</c> or <c>IDEA_MOVED_ON</c>.</param>
[Event("evaluation.round-closed.v1")]
public sealed record RoundClosed(Guid RoundId, Guid IdeaId, string CaseNumber, string Gate, int Count, decimal? Score, decimal? Lowest, decimal? Highest, bool FarApart, string End, DateTimeOffset At);

/// <summary>Somebody who was asked does not judge: somebody else is looked for.</summary>
/// <param name="How"><c>DECLINED</c> or <c>LEFT</c>.</param>
[Event("evaluation.review-ended.v1")]
public sealed record ReviewEnded(Guid ReviewId, Guid RoundId, Guid IdeaId, string CaseNumber, string How, DateTimeOffset At);

/// <summary>Those who were far apart have talked. The judgements stay as they were sent.</summary>
/// <param name="Agreed">False when they still see it differently.</param>
[Event("evaluation.talk-recorded.v1")]
public sealed record TalkRecorded(Guid RoundId, Guid IdeaId, string CaseNumber, bool Agreed, Guid RecordedBy, DateTimeOffset At);

/// <summary>The one who answers for an idea's benefit is asked what became of it. Published anew when somebody else answers for it. Stream: the idea's id, as of all.</summary>
/// <param name="Form">Key of the case's form for the answers: <c>effekt-6-manader</c>.</param>
/// <param name="OwnerId">Null when there is nobody to ask: a person must choose.</param>
/// <param name="LastDay">The last Swedish day for an answer.</param>
[Event("evaluation.follow-up-asked.v1")]
public sealed record FollowUpAsked(Guid FollowUpId, Guid IdeaId, string CaseNumber, string Form, Guid? OwnerId, DateOnly LastDay, DateTimeOffset At);

/// <summary>A follow-up is answered, or is not needed any more.</summary>
/// <param name="AnsweredBy">Null when it is not needed.</param>
/// <param name="MissingSplit">How many measures of people that were not told for women and men.</param>
[Event("evaluation.follow-up-ended.v1")]
public sealed record FollowUpEnded(Guid FollowUpId, Guid IdeaId, string CaseNumber, string Form, Guid? AnsweredBy, int MissingSplit, DateTimeOffset At);

/// <summary>An idea is in use, and somebody is asked what kind of innovation it was. Published anew when somebody else is asked. Stream: the idea's id, as of all.</summary>
/// <param name="OwnerId">Null when there is nobody: then it is for the coaches.</param>
/// <param name="LastDay">The last Swedish day on which it waits in the inbox.</param>
[Event("evaluation.innovation-asked.v1")]
public sealed record InnovationAsked(Guid InnovationId, Guid IdeaId, string CaseNumber, Guid? OwnerId, DateOnly LastDay, DateTimeOffset At);

/// <summary>What kind of innovation it was is answered, or nobody is asked any more.</summary>
/// <param name="AnsweredBy">Null when it was not answered.</param>
[Event("evaluation.innovation-ended.v1")]
public sealed record InnovationEnded(Guid InnovationId, Guid IdeaId, string CaseNumber, Guid? AnsweredBy, DateTimeOffset At);
