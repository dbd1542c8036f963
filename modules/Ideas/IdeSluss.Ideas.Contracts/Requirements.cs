using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Contracts;

/// <summary>What a gate can ask for beside forms; the Ideas module knows whether it holds. For workflows and variants.</summary>
/// <example><code>
/// AddedRequirements = new Dictionary&lt;string, IReadOnlyList&lt;GateRequirement&gt;&gt;
/// {
///     [Gates.Implement] = [Requirements.Consulted("PENSIONERS_COUNCIL")],
///     [Gates.Test] = [Requirements.Signed(ConsultationBodies.ResponsibleNurse, FormKeys.RiskAnalysis)],
/// }
/// </code></example>
public static class Requirements
{
    /// <summary>A named unit has said that it receives the result, and what happens after each outcome: no test without it.</summary>
    public const string ReceiverCommitment = "RECEIVER_COMMITMENT";

    /// <summary>Advice from a role, since the case came to the gate's stage. Subject: the role.</summary>
    public const string Advice = "ADVICE";

    /// <summary>Every consultation that was begun has been answered, or a person has noted that no answer came in time.</summary>
    public const string ConsultationsAnswered = "CONSULTATIONS_ANSWERED";

    /// <summary>A body has been consulted at this gate. Subject: the body's code.</summary>
    public const string BodyConsulted = "CONSULTED";

    /// <summary>A body has signed a form: said yes to the answers as they are now. Subject: the body's code.</summary>
    public const string FormSigned = "SIGNED";

    private static readonly string[] LightTracks = [Tracks.DoNow, Tracks.Small];

    /// <summary>The receiver has accepted before one of these outcomes, whatever the track.</summary>
    public static GateRequirement Receiver(params string[] outcomes) => new(ReceiverCommitment) { Outcomes = outcomes };

    /// <summary>Advice from <paramref name="role"/>, in track Full.</summary>
    public static GateRequirement AdviceFrom(string role) => new(Advice) { Subject = role, NotInTracks = LightTracks };

    /// <summary><paramref name="body"/> has been asked at this gate and has answered, or its silence has been noted; in track Full.</summary>
    public static GateRequirement Consulted(string body) => new(BodyConsulted) { Subject = body, NotInTracks = LightTracks };

    /// <summary><paramref name="body"/> has said yes to the answers of <paramref name="form"/> as they are now; in track Full.</summary>
    public static GateRequirement Signed(string body, string form) => new(FormSigned) { Subject = body, Form = form, NotInTracks = LightTracks };
}
