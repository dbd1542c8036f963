namespace IdeSluss.Training.Domain;

/// <summary>A decision at a gate, from the events of Ideas: codes and times, to compare how it goes before and after training. Who decided is kept as an id alone.</summary>
internal sealed class DecisionFact
{
    public required Guid DecisionId { get; init; }
    public required Guid IdeaId { get; init; }
    public required Guid DecidedById { get; init; }
    public required string Gate { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Since the decision before, or since it came in.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>It came back instead of going on.</summary>
    public required bool Returned { get; init; }
}

/// <summary>When an idea came to where it is.</summary>
internal sealed class IdeaPlace
{
    public required Guid IdeaId { get; init; }
    public required DateTimeOffset Since { get; init; }
}
