using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

internal enum ParticipantGroup
{
    Women,
    Men,

    /// <summary>Another, or would not say.</summary>
    Other,
}

internal enum AgeBand
{
    Under18,
    From18To64,
    From65To79,
    From80,
    Unknown,
}

/// <summary>Someone who takes part in a test: what is counted. Who it is stands in <see cref="ParticipantContact"/> alone.</summary>
internal sealed class Participant : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid TrialId { get; init; }

    /// <summary>From 1, in the order they said yes; what the log calls them.</summary>
    public required int Order { get; init; }
    public required ParticipantGroup Group { get; init; }
    public required AgeBand Age { get; init; }

    /// <summary>The Swedish day on which they withdrew; from that day on nothing is collected.</summary>
    public DateOnly? WithdrawnOn { get; set; }
    public int Version { get; set; }

    public ParticipationConsent? Consent { get; set; }

    /// <summary>Something about them may be written down as of that day.</summary>
    public bool TakesPartOn(DateOnly day) => Consent is { } consent && consent.GivenOn <= day && (WithdrawnOn is not { } withdrawn || day < withdrawn);
}

/// <summary>Who it is and how one reaches them. In a table of its own, gone when they withdraw and when the plan says so.</summary>
internal sealed class ParticipantContact
{
    public const int LongestLine = 200;

    public required Guid ParticipantId { get; init; }
    public required Guid TrialId { get; init; }
    public required string Name { get; set; }
    public string? Reach { get; set; }
}

internal enum ConsentFormat
{
    Text,
    EasyRead,
    Pictures,
    Spoken,
    SignLanguage,
}

internal enum ConsentGiver
{
    Self,

    /// <summary>God man whose mandate covers it.</summary>
    Guardian,

    /// <summary>Förvaltare whose mandate covers it.</summary>
    Administrator,

    /// <summary>By a framtidsfullmakt that has taken effect.</summary>
    FuturePower,
}

/// <summary>Someone's yes to taking part. Nothing else: on what basis data is processed is <see cref="ProcessingBasis"/>, and a no never changes what help one gets.</summary>
internal sealed class ParticipationConsent
{
    public const int LongestVersion = 40;
    public const int LongestMandate = 200;

    public required Guid ParticipantId { get; init; }

    /// <summary>Which version of the text was read.</summary>
    public required string TextVersion { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }
    public required ConsentFormat Format { get; init; }
    public required ConsentGiver GivenBy { get; init; }

    /// <summary>What shows the mandate of someone who represents them: diary number or date of the decision. No names.</summary>
    public string? Mandate { get; init; }
    public required DateOnly GivenOn { get; init; }
    public DateOnly? WithdrawnOn { get; set; }
    public required Guid RecordedById { get; init; }
}
