namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// What a module that follows up ideas may know of cases that have been handed over, and what it asks and tells there. The planned benefits and the answers stay in the forms of the case
/// (<see cref="FormKeys.BenefitCalculation"/>, <see cref="FormKeys.FollowUpSixMonths"/> and those after it). Asks for no permission: whoever asks answers for who sees it. A restricted case is not there.
/// </summary>
/// <example><code>
/// await cases.AskAsync(new(followUp.Id, followUp.IdeaId, owner, lastDay, now), cancellationToken);
/// </code></example>
public interface IBenefitCases
{
    /// <summary>Handovers of cases that are still in <see cref="Stages.Benefit"/>, or that left it in the last two years: for a module that was not there when they were decided. The oldest first, five hundred at most.</summary>
    Task<IReadOnlyList<HandedOver>> HandedOverAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Ideas that are in use and came into use since then: handed over to the line organisation, or done at once. One row for each, by its decision, a page of five hundred at most in the order of the decisions' ids.
    /// </summary>
    /// <param name="after">The decision of the last row of the page before; null for the first page.</param>
    Task<IReadOnlyList<HandedOver>> InUseAsync(DateTimeOffset since, Guid? after, CancellationToken cancellationToken);

    /// <summary>The decision by which the idea came into use; null when it is not in use (any more).</summary>
    Task<HandedOver?> InUseAsync(Guid ideaId, CancellationToken cancellationToken);

    /// <summary>Puts a task in the inbox of the one who answers for the benefit; with nobody, the coach is asked to choose one. Asked again (same id) the task goes to the new one.</summary>
    Task AskAsync(FollowUpTask task, CancellationToken cancellationToken);

    /// <summary>The follow-up is answered, or is not needed any more: the task goes away. What is not there is no error.</summary>
    /// <param name="by">Who answered; null when it is not needed.</param>
    Task EndAsync(Guid followUpId, Guid? by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>What a follow-up found, as answers to the case's own form, so that the decision on the effect asks for nothing twice. Other answers stay; a closed case is left as it is.</summary>
    /// <param name="form">Key of the form.</param>
    /// <param name="answers">As JSON.</param>
    Task ReportAsync(Guid ideaId, string form, string answers, Guid by, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <param name="DecidedAt">When the operation received it: from then on it is used.</param>
/// <param name="DecidedBy">The manager who received it, or who did it at once.</param>
public sealed record HandedOver(Guid IdeaId, Guid DecisionId, Guid? DecidedBy, DateTimeOffset DecidedAt);

/// <param name="FollowUpId">Of the asking module; the task has the same id.</param>
/// <param name="OwnerId">Who answers for the benefit; null when there is nobody.</param>
/// <param name="LastDay">The last Swedish day for an answer.</param>
public sealed record FollowUpTask(Guid FollowUpId, Guid IdeaId, Guid? OwnerId, DateOnly LastDay, DateTimeOffset At)
{
    public FollowUpTaskKind Kind { get; init; } = FollowUpTaskKind.FollowUp;
}

public enum FollowUpTaskKind
{
    /// <summary>What became of the benefit.</summary>
    FollowUp,

    /// <summary>What kind of innovation it was. With nobody to ask it goes to the coaches.</summary>
    Innovation,
}
