namespace IdeSluss.Evaluation.Domain;

internal enum ProfileKind
{
    /// <summary>Of whoever sent an idea.</summary>
    Submitter,

    /// <summary>Of whoever decides.</summary>
    Decider,
}

/// <summary>
/// What somebody has said of themselves for the statistics (<c>domain.md</c> 3.7). The id is made of the idea or person under the instance's secret and whose it is lies sealed with the answers, so that the table alone ties nothing to anyone; only the
/// job that counts opens it. Gone when it has been counted, after two years at the latest.
/// </summary>
internal sealed class Profile
{
    public const int MonthsKept = 24;

    public required Guid Id { get; init; }
    public required ProfileKind Kind { get; init; }

    /// <summary>No finer: a time of day would tell which idea.</summary>
    public required string Quarter { get; set; }
    public required byte[] Sealed { get; set; }
}

/// <param name="Subject">The idea, or the person who decides.</param>
/// <param name="Sex"><c>kvinna</c>, <c>man</c> or <c>annat</c>; null for who would not say.</param>
/// <param name="Age">One of the age bands; null likewise.</param>
internal sealed record ProfileAnswers(Guid Subject, string? Sex, string? Age);
