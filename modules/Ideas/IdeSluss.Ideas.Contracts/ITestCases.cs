using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// What a module that runs tests may know of a case, and what it tells the case. The plan, the screening and the consent stay in the forms of the case and are read from there:
/// each fact is asked once. Without such a module the case goes on with its plain forms.
/// </summary>
/// <example><code>
/// if (await cases.FindAsync(message.IdeaId, cancellationToken) is { Missing: [] } ready) trial.Start(ready.Plan);
/// </code></example>
public interface ITestCases
{
    /// <summary>Asks for no permission: whoever asks answers for who sees it. Null when there is no such case, or when it is restricted.</summary>
    Task<TestCase?> FindAsync(Guid ideaId, CancellationToken cancellationToken);

    /// <summary>The decisions that brought cases to the test stage where they still are, the first ones first and five hundred at most: for a module that was not there when they were taken.</summary>
    Task<IReadOnlyList<TestDecision>> DecidedAsync(CancellationToken cancellationToken);

    /// <summary>Those of the cases that everyone may read now.</summary>
    Task<IReadOnlySet<Guid>> PublicAsync(IReadOnlyCollection<Guid> ideaIds, CancellationToken cancellationToken);

    /// <summary>What in a text that everyone will read points out a person: a personal number, a telephone number. Empty when nothing was found, which is no proof.</summary>
    IReadOnlyList<Text> PointingOutSomeone(string text);

    /// <summary>What a text is found by: stems of its telling words and of the parts of compounds, each once. The same for what is kept and for what is looked for.</summary>
    IReadOnlyList<string> TermsOf(params IEnumerable<string?> texts);

    /// <summary>A line in the case's history. Told again (same case, kind and time) it is one line.</summary>
    Task TellAsync(TestNews news, CancellationToken cancellationToken);

    /// <summary>What a test found, as answers to questions of the case's own forms (<see cref="FormKeys.TestReport"/>, <see cref="FormKeys.Lesson"/>, <see cref="FormKeys.SmallTest"/>). Other answers stay; what is no answer to its question is left out.</summary>
    Task ReportAsync(TestReport report, CancellationToken cancellationToken);
}

/// <param name="EffectiveAt">Until then it can be taken back.</param>
public sealed record TestDecision(Guid IdeaId, Guid DecisionId, string CaseNumber, DateTimeOffset EffectiveAt);

/// <summary>A case as its test sees it.</summary>
/// <param name="Stage">Code of the stage: <see cref="Stages.Test"/> when it is to be tested.</param>
/// <param name="IsPublic">Everyone may read the case now.</param>
/// <param name="Missing">What the decision to test rested on and what does not hold now; empty when everything does.</param>
public sealed record TestCase(
    Guid IdeaId, string CaseNumber, string? Title, string? Need, Guid AuthorityId, Guid? UnitId, Guid? ReceivingUnitId, string Stage, string? Track, bool IsPublic, TestPlan Plan, IReadOnlyList<TestGap> Missing);

/// <summary>The plan as the case's forms have it; whatever is not answered is null or empty.</summary>
/// <param name="Tries">What is tried, for whom, and what it is thought to lead to, or how a small idea is tried.</param>
/// <param name="Ends">The last Swedish day.</param>
/// <param name="InvolvesPeople">Someone takes part, or it is not known whether someone does.</param>
/// <param name="People">How many are to take part.</param>
/// <param name="Contact">Whom those who take part can ask.</param>
/// <param name="ApprovedUntil">The last day of an ethical approval, where one is needed.</param>
public sealed record TestPlan(
    string? Tries, string? StopRule, string? Responsible, DateOnly? Starts, DateOnly? Ends, bool InvolvesPeople, int? People, string? Contact, DateOnly? ApprovedUntil,
    IReadOnlyList<PlannedMeasure> Measures, IReadOnlyList<PlannedData> Data);

/// <param name="Baseline">Its value before the test.</param>
/// <param name="Limit">The value at which the test has succeeded.</param>
public sealed record PlannedMeasure(string Name, decimal? Baseline, string? Unit, bool HigherIsBetter, decimal? Limit);

/// <summary>A kind of personal data that is collected.</summary>
/// <param name="Basis">Code of the legal basis, as the form has it; never consent to take part, which is another thing.</param>
/// <param name="RemovedBy">The last day on which it may be kept.</param>
public sealed record PlannedData(string What, string Purpose, string Basis, string Readers, string Place, DateOnly? RemovedBy);

/// <param name="Key">Form or requirement that it is about.</param>
/// <param name="Place">Where one sees to it; null where it is somebody else's to do.</param>
public sealed record TestGap(string Key, Text What, string? Place);

public enum TestNewsKind
{
    Started,
    Ended,

    /// <summary>The result supports what was thought.</summary>
    Supports,

    /// <summary>The result speaks against what was thought.</summary>
    Rejects,
    Inconclusive,
}

/// <param name="By">Who did it.</param>
public sealed record TestNews(Guid IdeaId, TestNewsKind Kind, Guid? By, DateTimeOffset At);

/// <param name="Answers">Form → its answers as JSON.</param>
public sealed record TestReport(Guid IdeaId, IReadOnlyDictionary<string, string> Answers, Guid By, DateTimeOffset At);
