using IdeSluss.Evaluation.Contracts;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>The case's history says that it is being judged.</summary>
internal sealed class TellOfStart(IJudgedCases cases) : IEventHandler<RoundStarted>
{
    public Task HandleAsync(RoundStarted message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Begun, message.StartedBy, message.At), cancellationToken);
}

internal sealed class TellOfEnd(IJudgedCases cases) : IEventHandler<RoundClosed>
{
    public async Task HandleAsync(RoundClosed message, Delivery delivery, CancellationToken cancellationToken)
    {
        await cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Closed, null, message.At), cancellationToken);
        if (message.FarApart) await cases.TellAsync(new(message.IdeaId, JudgementNewsKind.FarApart, null, message.At), cancellationToken);
    }
}

internal sealed class TellOfTalk(IJudgedCases cases) : IEventHandler<TalkRecorded>
{
    public Task HandleAsync(TalkRecorded message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Talked, message.RecordedBy, message.At), cancellationToken);
}
