using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>Where in the organisation a piece of quality work belongs, and the decision that it came with: taken back, it goes too.</summary>
internal abstract class QualityWork : IReceived
{
    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? ReceivingUnitId { get; init; }
    public required Guid DecisionId { get; init; }

    /// <summary>Which row of the form, from 0: once each, however often the event comes.</summary>
    public required int Row { get; init; }

    /// <summary>The Swedish day of the decision.</summary>
    public required DateOnly Day { get; init; }
}

/// <summary>A risk that was found before a test (SOSFS 2011:9, 5 kap. 1 §).</summary>
internal sealed class QualityRisk : QualityWork
{
    public required string What { get; init; }
    public string? Cause { get; init; }

    /// <summary>1 to 4 each.</summary>
    public required int Consequence { get; init; }
    public required int Probability { get; init; }

    /// <summary>Their product.</summary>
    public required int Number { get; init; }
    public string? Action { get; init; }
    public string? Who { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>What is left when the action is done.</summary>
    public int? Residual { get; init; }
}

/// <summary>A routine or process that was changed when an idea came into use.</summary>
internal sealed class RoutineChange : QualityWork
{
    public required string Routine { get; init; }
}

/// <summary>How it is seen that it goes on working (SOSFS 2011:9, 5 kap. 2 §).</summary>
internal sealed class SelfCheck : QualityWork, IVersioned
{
    public required string What { get; init; }
    public string? How { get; init; }

    /// <summary>Code of the form: <c>manad</c>.</summary>
    public required string Often { get; init; }
    public string? Who { get; init; }

    /// <summary>The next day on which it is to be done.</summary>
    public required DateOnly NextOn { get; set; }

    /// <summary>The day it was due that somebody was last reminded of.</summary>
    public DateOnly? RemindedOf { get; set; }
    public int Version { get; set; }
}

/// <summary>One time that it was done.</summary>
internal sealed class SelfCheckResult
{
    public const int LongestNote = 1_000;

    public required Guid Id { get; init; }
    public required Guid SelfCheckId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>It works as it should.</summary>
    public required bool Works { get; init; }

    /// <summary>What was seen, and what is done about it; always there when it does not work.</summary>
    public string? Note { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
}
