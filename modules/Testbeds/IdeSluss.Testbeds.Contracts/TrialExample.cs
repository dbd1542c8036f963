namespace IdeSluss.Testbeds.Contracts;

/// <summary>How the test of an invented idea has gone, for an instance with demo content; offered by a plugin with <c>Provide</c>. Days are calendar days before today.</summary>
/// <param name="Idea">Public title of an idea of the demo that is in the test stage. One that the demo has not is left out.</param>
/// <param name="StartedDaysAgo">Null while it is being prepared.</param>
/// <example><code>plugin.Provide(new TrialExample("Ljus som visar vägen", StartedDaysAgo: 20) { Place = "Avdelning 2", Log = [new(TrialLogKind.Note, 12, "Lamporna är på plats.")] });</code></example>
public sealed record TrialExample(string Idea, int? StartedDaysAgo = null)
{
    /// <summary>Name of a test bed of the demo; null when it is tried elsewhere.</summary>
    public string? Testbed { get; init; }

    /// <summary>Where it is tried when that is no test bed.</summary>
    public string? Place { get; init; }

    /// <summary>How people were asked.</summary>
    public string? Recruitment { get; init; }

    /// <summary>How many women and how many men said yes.</summary>
    public (int Women, int Men) People { get; init; }

    /// <summary>How many of them changed their minds.</summary>
    public int Withdrew { get; init; }

    public IReadOnlyList<LogExample> Log { get; init; } = [];

    /// <summary>Null while it goes on.</summary>
    public ResultExample? Result { get; init; }
}

/// <param name="Action">What was done about a deviation; null while it is open.</param>
public sealed record LogExample(TrialLogKind Kind, int DaysAgo, string? Text, decimal? Value = null, string? Action = null);

/// <param name="EndedDaysAgo">When nothing more was collected; it was closed a week later.</param>
/// <param name="Measured">The value after the test of the plan's first measure, and the number of measurements behind it.</param>
public sealed record ResultExample(int EndedDaysAgo, TrialVerdict Verdict, TrialRecommendation Recommendation, (decimal Value, int Count, string Uncertainty) Measured)
{
    public required string Why { get; init; }
    public required string Equality { get; init; }
    public required string StaffView { get; init; }

    // The lesson, for everyone.
    public required string Tried { get; init; }
    public required string Went { get; init; }
    public required string Learnt { get; init; }
    public required string Otherwise { get; init; }
}
