using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>Questions by which a unit assesses its own capability to innovate. Read in from a file.</summary>
internal sealed class QuestionSet : IVersioned
{
    public const int LongestCode = 40;

    public required Guid Id { get; init; }

    /// <summary>In the file, and in addresses. Never changes.</summary>
    public required string Code { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The questions as they were read in. From the first assessment on they are not changed: another file makes the next version.</summary>
internal sealed class QuestionVersion
{
    public required Guid Id { get; init; }
    public required Guid SetId { get; init; }
    public required int Number { get; init; }
    public required QuestionContent Content { get; set; }
    public required DateTimeOffset ReadInAt { get; set; }
    public required Guid ReadInById { get; set; }
}

/// <param name="Steps">What each step of the scale means, the lowest first; five of them, the same for every question.</param>
internal sealed record QuestionContent(string Title, string? Intro, IReadOnlyList<string> Steps, IReadOnlyList<AssessedQuestion> Questions)
{
    public const int StepCount = 5;
    public const int MostQuestions = 60;
    public const int AllWeight = 100;
}

/// <param name="Key">In the answers.</param>
/// <param name="Weight">Percent of the whole; those of all questions are 100 together.</param>
internal sealed record AssessedQuestion(string Key, string? Section, string Text, string? Help, int Weight);

internal enum AssessmentKind
{
    /// <summary>The manager answers for the unit, once.</summary>
    Manager,

    /// <summary>Those who work there answer, each for themselves; nobody sees who answered what.</summary>
    Staff,
}

/// <summary>One unit's assessment in one year, by one version of the questions.</summary>
internal sealed class Assessment : IVersioned, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid SetId { get; init; }
    public required Guid QuestionVersionId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Guid? UnitId { get; init; }
    public required int Year { get; init; }
    public required AssessmentKind Kind { get; init; }
    public required DateOnly LastDay { get; set; }
    public required Guid OpenedById { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>From then on nobody answers, and the result is told. Not before: a result that grows by one answer would tell what that one said.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>That somebody has answered; never what.</summary>
internal sealed class AssessmentParticipant
{
    public required Guid AssessmentId { get; init; }
    public required Guid PersonId { get; init; }
}

/// <summary>What somebody has answered; never who or when. Its id tells neither.</summary>
internal sealed class AssessmentAnswer
{
    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }

    /// <summary>By question, as JSON.</summary>
    public required string Answers { get; init; }
}
