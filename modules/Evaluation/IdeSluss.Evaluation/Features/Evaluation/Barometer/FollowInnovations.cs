using IdeSluss.Evaluation.Contracts;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Jobs;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

internal sealed class AskWhenInUse(KeepInnovations keep) : IEventHandler<GateDecided>
{
    public Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken) =>
        message.ToStage == Stages.Benefit && message.FromStage != Stages.Benefit ? keep.FollowAsync(message.IdeaId, cancellationToken) : Task.CompletedTask;
}

/// <summary>Done at once, or ended as anything but implemented.</summary>
internal sealed class AskWhenClosed(KeepInnovations keep) : IEventHandler<IdeaClosed>
{
    public Task HandleAsync(IdeaClosed message, Delivery delivery, CancellationToken cancellationToken) => keep.FollowAsync(message.IdeaId, cancellationToken);
}

internal sealed class AskingUndone(KeepInnovations keep) : IEventHandler<DecisionTakenBack>
{
    public Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken) => keep.UndoAsync(message.DecisionId, cancellationToken);
}

internal sealed class AskedPersonLeft(KeepInnovations keep) : IEventHandler<PersonDeactivated>
{
    public Task HandleAsync(PersonDeactivated message, Delivery delivery, CancellationToken cancellationToken) => keep.ReplaceAsync(message.PersonId, cancellationToken);
}

internal sealed class InnovationToInbox(IBenefitCases cases) : IEventHandler<InnovationAsked>
{
    public Task HandleAsync(InnovationAsked message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.AskAsync(new(message.InnovationId, message.IdeaId, message.OwnerId, message.LastDay, message.At) { Kind = FollowUpTaskKind.Innovation }, cancellationToken);
}

internal sealed class InnovationFromInbox(IBenefitCases cases) : IEventHandler<InnovationEnded>
{
    public Task HandleAsync(InnovationEnded message, Delivery delivery, CancellationToken cancellationToken) => cases.EndAsync(message.InnovationId, message.AnsweredBy, message.At, cancellationToken);
}

/// <summary>Each week: asks about what nobody was asked about, and stops asking where nobody has answered.</summary>
internal sealed class WatchInnovations(KeepInnovations keep) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await keep.CatchUpAsync(cancellationToken);
        await keep.LeaveAsync(cancellationToken);
    }
}
