using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>The case's history says that it is being judged.</summary>
internal sealed class TellOfStart(IJudgedCases cases) : IEventHandler<RoundStarted>
{
    public Task HandleAsync(RoundStarted message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Begun, message.StartedBy, message.At, message.DecisionId), cancellationToken);
}

/// <summary>As <see cref="TellOfStart"/>; those who need not answer any more are told, and the one who asked where a talk is needed.</summary>
internal sealed class TellOfEnd(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, ReviewMail mail) : IEventHandler<RoundClosed>
{
    public async Task HandleAsync(RoundClosed message, Delivery delivery, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().FirstAsync(one => one.Id == message.RoundId, cancellationToken);
        // A round that ended before it opened was never heard of.
        if (round.OpensAt > message.At) return;
        var withdrawn = await db.Reviews.AsNoTracking().Where(one => one.RoundId == round.Id && one.State == ReviewState.Withdrawn && one.EndedAt == message.At).Select(one => one.ReviewerId).ToListAsync(cancellationToken);
        foreach (var person in (await people.FindManyAsync(withdrawn, cancellationToken)).Values) mail.NoLonger(round, person);
        if (message.FarApart && await Asker.OfAsync(round, cases, people, cancellationToken) is { } asker) mail.Talk(round, asker);
        await db.SaveChangesAsync(cancellationToken);
        await cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Closed, null, message.At), cancellationToken);
        if (message.FarApart) await cases.TellAsync(new(message.IdeaId, JudgementNewsKind.FarApart, null, message.At), cancellationToken);
    }
}

internal sealed class TellOfTalk(IJudgedCases cases) : IEventHandler<TalkRecorded>
{
    public Task HandleAsync(TalkRecorded message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.TellAsync(new(message.IdeaId, JudgementNewsKind.Talked, message.RecordedBy, message.At), cancellationToken);
}
