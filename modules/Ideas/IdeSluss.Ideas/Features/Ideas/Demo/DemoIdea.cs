using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>An invented idea and what has happened to it. Days are working days before today.</summary>
internal sealed record DemoIdea(string Text, int ReceivedDaysAgo)
{
    public string? Title { get; init; }
    public string? PublicTitle { get; init; }

    /// <summary>What the coach let through; the original when it needed no masking.</summary>
    public string? PublicText { get; init; }
    public string? Need { get; init; }
    public string Area { get; init; } = "vard-omsorg";
    public string Channel { get; init; } = IntakeChannels.Web;
    public SubmitterKind Kind { get; init; }
    public AnswerWay AnswerWay { get; init; } = AnswerWay.Code;
    public string? Name { get; init; }
    public string? Telephone { get; init; }
    public string? Address { get; init; }
    public string? Email { get; init; }
    public string? Consent { get; init; }
    public string? OriginalKeptAt { get; init; }
    public string? Place { get; init; }

    /// <summary>Handed in by the second coach, who must then not decide on it.</summary>
    public bool ByACoach { get; init; }
    public IReadOnlyList<DemoStep> Steps { get; init; } = [];
}

/// <param name="DaysAgo">When it was decided.</param>
/// <param name="Role">Who decided.</param>
internal sealed record DemoStep(int DaysAgo, string Gate, string Outcome, string Role, string Reason)
{
    public string? Track { get; init; }
    public string? CloseReason { get; init; }
    public string? RedirectTarget { get; init; }
    public string? Question { get; init; }

    /// <summary>Form → answers as JSON, saved before the decision.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; init; } = new Dictionary<string, string>();
}
