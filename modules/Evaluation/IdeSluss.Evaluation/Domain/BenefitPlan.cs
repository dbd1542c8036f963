using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>What was promised of an idea on the day it went live: what came of it is measured against this, whatever is changed in the case afterwards.</summary>
internal sealed class BenefitPlan : IVersioned, IReceived
{
    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>The unit that received the result.</summary>
    public Guid? ReceivingUnitId { get; init; }
    public string? Track { get; init; }

    /// <summary>The handover: taken back, the plan goes with it.</summary>
    public required Guid DecisionId { get; init; }
    public required DateOnly WentLiveOn { get; init; }

    /// <summary>Who answers for the benefit; null until somebody has been chosen.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The forms as they were, as JSON: see <c>PlanForms</c>.</summary>
    public required string Forms { get; init; }

    /// <summary>Kronor a year, money and valued time.</summary>
    public required decimal PlannedPerYear { get; init; }

    /// <summary>Code of the outcome of the decision on the effect, when there is one.</summary>
    public string? Outcome { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }
}

internal enum FollowUpState
{
    /// <summary>Its day has not come.</summary>
    Planned,

    /// <summary>Somebody is asked.</summary>
    Open,
    Answered,

    /// <summary>The idea ended otherwise.</summary>
    NotNeeded,
}

/// <summary>One time at which somebody is asked what became of it.</summary>
internal sealed class FollowUp : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>Key of the form that is answered; at most one of each in a plan.</summary>
    public required string Form { get; init; }

    /// <summary>The Swedish day on which somebody is asked.</summary>
    public required DateOnly Due { get; init; }
    public FollowUpState State { get; set; }
    public DateOnly? LastDay { get; set; }

    /// <summary>How many times it has been reminded of, and when last.</summary>
    public int Reminders { get; set; }
    public DateOnly? RemindedOn { get; set; }

    /// <summary>As JSON; what is written and not sent too.</summary>
    public string Answers { get; set; } = "{}";
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? AnsweredById { get; set; }

    /// <summary>Kronor a year, as measured; null where nothing was counted in kronor.</summary>
    public decimal? RealisedPerYear { get; set; }

    /// <summary>Benefits whose goal is reached, of all.</summary>
    public int Reached { get; set; }
    public int Benefits { get; set; }

    /// <summary>Measures of people that are not told for women and men.</summary>
    public int MissingSplit { get; set; }
    public int Version { get; set; }
}
