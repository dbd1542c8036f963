namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>A small idea on one page.</summary>
/// <param name="NoTest">Why no test is needed; null where <paramref name="Test"/> says how one is made.</param>
/// <param name="Sign">How one would notice that it got better.</param>
/// <param name="Done">What was in place at the hand-over.</param>
/// <param name="Result">What had become of it half a year later.</param>
internal sealed record DemoSmall(string Change, string For, string Who, string Sign, string? NoTest = null, string? Test = null, string? Tested = null, string? Done = null, string? Result = null);

/// <summary>What is known of an idea on the full way. The forms of each gate are filled in from it, so that every fact is written once here too.</summary>
internal sealed record DemoStudy
{
    public required string Group { get; init; }
    public required string Situation { get; init; }

    /// <summary>Whom one talked with, how, and what they said.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Voices { get; init; }
    public required string Focus { get; init; }
    public required DemoMeasure Measure { get; init; }
    public required string Sexes { get; init; }
    public required string Resources { get; init; }
    public required string Today { get; init; }
    public required string Proposal { get; init; }
    public required string Better { get; init; }

    /// <summary>The work of the staff changes.</summary>
    public bool Work { get; init; }

    // Before a test.
    public string? How { get; init; }
    public string? Believe { get; init; }
    public string? Tryout { get; init; }

    /// <summary>Which personal data; null for none.</summary>
    public string? Data { get; init; }

    /// <summary>Why a product for someone's health or ability is no medical device; null where there is none.</summary>
    public string? Product { get; init; }

    /// <summary>Sound, position or camera, and why nothing less would do.</summary>
    public string? Tech { get; init; }
    public string? TechWhy { get; init; }

    /// <summary>Why a supplier gets no advantage; null where there is none.</summary>
    public string? Supplier { get; init; }

    /// <summary>Event, cause, consequence, probability, what is done, by whom.</summary>
    public IReadOnlyList<string>? Risk { get; init; }
    public string? Hypothesis { get; init; }
    public string? Leads { get; init; }
    public string? Stop { get; init; }
    public string? Method { get; init; }
    public int Weeks { get; init; }
    public int StaffHours { get; init; }
    public int Participants { get; init; }
    public string? Who { get; init; }

    /// <summary>Age group of those who take part.</summary>
    public string Ages { get; init; } = "80";

    // After it.
    public DemoResult? Result { get; init; }
    public DemoLesson? Lesson { get; init; }
    public DemoBenefit? Benefit { get; init; }
    public DemoProposal? Decision { get; init; }
    public DemoPlan? Plan { get; init; }
    public DemoHandover? Handover { get; init; }
    public DemoAfter? After { get; init; }
    public DemoSpread? Spread { get; init; }

    /// <summary>Which national minorities it concerns, and how; null for none.</summary>
    public string? Minorities { get; init; }
}

/// <param name="Better">lagre or hogre.</param>
/// <param name="People">A measure of people, with a value for women and one for men.</param>
/// <param name="After">After the test.</param>
/// <param name="N">Measurements or answers.</param>
internal sealed record DemoMeasure(
    string What, string How, decimal Before, string Unit, string Source, decimal Goal, string Better, bool People = false, decimal? WomenValue = null, decimal? MenValue = null, decimal? After = null, int N = 0, string? Unsure = null);

/// <param name="Women">How many began, and how many took part to the end.</param>
/// <param name="Ease">1 to 7.</param>
internal sealed record DemoResult(
    IReadOnlyList<int> Women, IReadOnlyList<int> Men, string Said, string Staff, decimal Ease, string Access, string Sexes, decimal Cost, string Per, string Because, string? Unexpected = null);

internal sealed record DemoLesson(string Tried, string Went, string Learned, string Different, string Advice);

internal sealed record DemoBenefit(string What, string Kind, decimal Kronor, decimal Hours, decimal OneOff, decimal Yearly, string Compared);

internal sealed record DemoProposal(string Proposal, string Assessment, string Paid, string SentTo);

/// <param name="Steps">What, and who.</param>
/// <param name="NoMbl">Why no negotiation is needed.</param>
/// <param name="Principle">A matter of principle: the nämnd decides.</param>
internal sealed record DemoPlan(IReadOnlyList<IReadOnlyList<string>> Steps, int Trained, string Buy, string NoMbl, bool Principle = false);

internal sealed record DemoHandover(string Routine, int Trained, string Support);

internal sealed record DemoAfter(decimal Value, string Why, string Next);

internal sealed record DemoSpread(string To, string New, string Works, string Replaced, string Changed, string Saves);
