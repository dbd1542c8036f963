using IdeSluss.Sdk.Events;

namespace IdeSluss.Testbeds.Contracts;

/// <summary>A test of an idea has begun: everything that it needed was there. Stream: the idea's id.</summary>
/// <param name="TestNumber">For example <c>25IDE142-T1</c>.</param>
/// <param name="LastDay">The last Swedish day, as planned.</param>
[Event("testbeds.test-started.v1")]
public sealed record TestStarted(Guid TestId, string TestNumber, Guid IdeaId, string CaseNumber, Guid StartedBy, DateOnly? LastDay, DateTimeOffset At);

/// <summary>Nothing more is collected; the result is being written.</summary>
/// <param name="Early">Stopped before what was planned.</param>
[Event("testbeds.test-ended.v1")]
public sealed record TestEnded(Guid TestId, string TestNumber, Guid IdeaId, string CaseNumber, Guid EndedBy, bool Early, DateTimeOffset At);

/// <summary>The test is closed with its result.</summary>
/// <param name="Verdict"><c>SUPPORTS</c>, <c>REJECTS</c> or <c>INCONCLUSIVE</c>: what the result says of what was thought.</param>
/// <param name="Recommendation"><c>STOP</c>, <c>RETEST</c> or <c>GO_ON</c>.</param>
[Event("testbeds.test-result.v1")]
public sealed record TestResultRecorded(Guid TestId, string TestNumber, Guid IdeaId, string CaseNumber, string Verdict, string Recommendation, Guid ClosedBy, DateTimeOffset At);
