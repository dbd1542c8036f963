using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>
/// An idea that came into use, as Innovationsbarometern asks of it (SKR and Vinnova 2018; <c>domain.md</c> 3.4): what was new, what it gave, what was in the way. Asked once of the one who answers for the benefit or received it.
/// </summary>
internal sealed class Innovation : IVersioned, IReceived
{
    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? ReceivingUnitId { get; init; }

    /// <summary>By which it came into use: taken back, this goes with it.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The Swedish day.</summary>
    public required DateOnly InUseOn { get; init; }
    public InnovationState State { get; set; }

    /// <summary>Who is asked; null when there is nobody, and then the coaches are.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The last day on which it waits in somebody's inbox.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Of the form, when it was answered.</summary>
    public int FormVersion { get; set; }

    /// <summary>As JSON: choices, never words of anyone's own.</summary>
    public string Answers { get; set; } = "{}";
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedById { get; set; }
    public int Version { get; set; }
}

internal enum InnovationState
{
    /// <summary>Somebody is asked.</summary>
    Waiting,
    Answered,

    /// <summary>Nobody is asked any more; whoever wants may still answer.</summary>
    Left,
}
