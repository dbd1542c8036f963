using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>
/// An invented idea and what has happened to it, as it stands in a file. Days are working days before today, so that a demo is as fresh next year. Every name and number in them is made
/// up, and shows it.
/// </summary>
internal sealed record DemoIdea
{
    /// <summary>Names the idea within the files.</summary>
    public required string Key { get; init; }
    public required string Text { get; init; }
    public required int Received { get; init; }
    public string? OriginalTitle { get; init; }
    public string? Title { get; init; }

    /// <summary>What the coach let through; the original when it needed no masking.</summary>
    public string? PublicText { get; init; }
    public string? Need { get; init; }
    public string? Area { get; init; }

    /// <summary>Where it belongs: see <see cref="DemoCast.UnitAsync"/>.</summary>
    public string? Unit { get; init; }
    public string Channel { get; init; } = IntakeChannels.Web;
    public SubmitterKind Kind { get; init; }
    public AnswerWay Answer { get; init; } = AnswerWay.Code;

    /// <summary>Persona who handed it in with an account.</summary>
    public string? By { get; init; }
    public DemoContact? Contact { get; init; }
    public string? Consent { get; init; }
    public string? KeptAt { get; init; }
    public string? Place { get; init; }

    /// <summary>Key of the idea that the submitter let this one be merged with.</summary>
    public string? MergeInto { get; init; }
    public int? Withdrawn { get; init; }
    public DemoTranslation? Translation { get; init; }

    /// <summary>What is known of it: a page in track Liten, a sentence in Gör nu, a study in Full.</summary>
    public DemoSmall? Small { get; init; }
    public string? DoNow { get; init; }
    public DemoStudy? Study { get; init; }
    public IReadOnlyList<DemoStep> Steps { get; init; } = [];

    /// <summary>What has been prepared for the decision that comes next.</summary>
    public IReadOnlyList<string> Filled { get; init; } = [];
    public IReadOnlyList<DemoAdvice> Advice { get; init; } = [];
    public IReadOnlyList<DemoQuestion> Asked { get; init; } = [];

    /// <summary>Whether those whom the workflow wants consulted have answered yet; null where nobody has been asked.</summary>
    public ConsultationStatus? Consulted { get; init; }
    public ReceiverStatus? Receiver { get; init; }

    /// <summary>Personas.</summary>
    public IReadOnlyList<string> Followers { get; init; } = [];
}

internal sealed record DemoContact(string? Name, string? Telephone, string? Address, string? Email);

/// <param name="Reply">The reply in the idea's own language, where it has been given.</param>
internal sealed record DemoTranslation(string Language, TranslatedBy By, string Text, string? Reply = null);

/// <param name="Day">When; null for the day before the decision it was given for.</param>
/// <param name="Role">Of the adviser.</param>
/// <param name="Recommend">Code of the recommendation.</param>
internal sealed record DemoAdvice(string Role, string Recommend, string Text, int? Day);

/// <summary>A consultation that has not been answered yet.</summary>
/// <param name="Day">When it was asked.</param>
internal sealed record DemoQuestion(string Body, int Day, string Question);

/// <summary>A decision at a gate, and what belonged to it.</summary>
internal sealed record DemoStep
{
    public required int Day { get; init; }

    public required string Gate { get; init; }
    public required string Outcome { get; init; }

    /// <summary>The reason given.</summary>
    public required string Why { get; init; }
    public string? Track { get; init; }

    /// <summary>Role that decided; the gate's first when null.</summary>
    public string? As { get; init; }
    public string? Because { get; init; }
    public string? Target { get; init; }
    public string? Question { get; init; }
    public DemoAnswer? Answer { get; init; }
    public DemoHandedOver? HandedOver { get; init; }
    public DemoMeeting? Committee { get; init; }
    public IReadOnlyList<DemoAdvice> Advice { get; init; } = [];

    /// <summary>Track Liten: how a test went.</summary>
    public string? Tested { get; init; }
}

/// <summary>The submitter's answer to a question.</summary>
internal sealed record DemoAnswer(int Day, string Text);

/// <summary>What was redirected has been received elsewhere.</summary>
internal sealed record DemoHandedOver(int Day, string Note, string? Number);

/// <param name="Meeting">Day of the meeting.</param>
internal sealed record DemoMeeting(string Paragraph, int Meeting);
