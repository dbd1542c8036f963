using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What a decider chose at a gate. The same for the sorting screen (G1), the manager (G2 and later), the committee's secretary and the API.</summary>
internal sealed record GateDecision
{
    public required string CaseNumber { get; init; }
    public required string Gate { get; init; }
    public required string Outcome { get; init; }

    /// <summary>Klarspråk; becomes the reply unless <see cref="Reply"/> is written.</summary>
    public string? Reason { get; init; }
    public string? Reply { get; init; }

    /// <summary>"Inget gör mig partisk" ticked.</summary>
    public bool Impartial { get; init; }
    public string? CloseReason { get; init; }
    public string? RedirectTarget { get; init; }

    /// <summary>Case number of the idea to merge into.</summary>
    public string? MergeInto { get; init; }

    /// <summary>For the first gate: the coach's choice.</summary>
    public string? Track { get; init; }

    /// <summary>The question when the case is returned for information.</summary>
    public string? Question { get; init; }
    public string? Presenter { get; init; }
    public string? Participants { get; init; }
    public string? LegalBasis { get; init; }
    public string? CommitteeParagraph { get; init; }
    public DateOnly? MeetingDay { get; init; }

    /// <summary>A nämnd's vote and reservations, where there were any.</summary>
    public string? Voting { get; init; }

    /// <summary>For a parked case: the day on which someone looks at it again.</summary>
    public DateOnly? WakeOn { get; init; }

    /// <summary>Answers given on the same page, form → answers: saved together with the decision, so that a small idea is decided in one post.</summary>
    public IReadOnlyDictionary<string, Answers> Evidence { get; init; } = new Dictionary<string, Answers>();

    /// <summary>The idea's version that the decider saw.</summary>
    public int Version { get; init; }

    /// <summary>What the decider had read beside the case (<see cref="SeenBasis"/> as text).</summary>
    public string? Seen { get; init; }
}

/// <param name="EffectiveAt">When the reply leaves; until then it can be taken back.</param>
internal sealed record GateDecisionReceipt(Guid DecisionId, string CaseNumber, string ToStage, DateTimeOffset EffectiveAt);
