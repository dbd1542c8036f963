using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>The decision that an idea was judged for has been taken: nobody is asked any more.</summary>
internal sealed class IdeaMovedOn(EvaluationDbContext db, Closing closing) : IEventHandler<GateDecided>
{
    public async Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (message.FromStage == message.ToStage) return;
        await EndAsync(db.Rounds.Where(one => one.IdeaId == message.IdeaId && one.Gate == message.Gate && one.ClosedAt == null), db, closing, cancellationToken);
    }

    public static async Task EndAsync(IQueryable<Round> rounds, EvaluationDbContext db, Closing closing, CancellationToken cancellationToken)
    {
        foreach (var id in await rounds.Select(one => one.Id).ToListAsync(cancellationToken))
        {
            var round = await db.HeldAsync(id, cancellationToken);
            if (round.ClosedAt is null) await closing.CloseAsync(round, await db.Reviews.Where(one => one.RoundId == id).ToListAsync(cancellationToken), RoundEnd.IdeaMovedOn, null, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>An idea that is closed, redirected or merged is judged no longer.</summary>
internal sealed class IdeaEnded(EvaluationDbContext db, Closing closing) : IEventHandler<IdeaClosed>
{
    public Task HandleAsync(IdeaClosed message, Delivery delivery, CancellationToken cancellationToken) =>
        IdeaMovedOn.EndAsync(db.Rounds.Where(one => one.IdeaId == message.IdeaId && one.ClosedAt == null), db, closing, cancellationToken);
}

/// <summary>The decision that a rule followed was taken back.</summary>
internal sealed class DecisionUndone(EvaluationDbContext db, Closing closing) : IEventHandler<DecisionTakenBack>
{
    public Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken) =>
        IdeaMovedOn.EndAsync(db.Rounds.Where(one => one.DecisionId == message.DecisionId && one.ClosedAt == null), db, closing, cancellationToken);
}
