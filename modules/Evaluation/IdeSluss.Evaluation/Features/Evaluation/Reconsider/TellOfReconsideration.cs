using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>The case's history says that it was asked for, and somebody is asked to do it.</summary>
internal sealed class TellOfAsking(EvaluationDbContext db, IReconsideredCases cases, AssignDecider assign) : IEventHandler<ReconsiderationAsked>
{
    public async Task HandleAsync(ReconsiderationAsked message, Delivery delivery, CancellationToken cancellationToken)
    {
        var one = await db.Reconsiderations.FirstAsync(each => each.Id == message.ReconsiderationId, cancellationToken);
        if (one.DeciderId is null && one.DecidedAt is null) await assign.HandleAsync(one, tellCoach: true, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await cases.TellAsync(new(message.DecisionId, ReconsiderationNewsKind.Asked, message.AskedBy, null, one.Reason, message.At), cancellationToken);
    }
}

/// <summary>The outcome reaches the submitter, and a changed decision leads the case back.</summary>
internal sealed class TellOfOutcome(EvaluationDbContext db, IReconsideredCases cases) : IEventHandler<ReconsiderationDecided>
{
    public async Task HandleAsync(ReconsiderationDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        var why = await db.Reconsiderations.AsNoTracking().Where(each => each.Id == message.ReconsiderationId).Select(each => each.Motivation).FirstAsync(cancellationToken);
        await cases.TellAsync(new(message.DecisionId, message.Changed ? ReconsiderationNewsKind.Changed : ReconsiderationNewsKind.Stands, message.DecidedBy, message.DecidedAs, why, message.At), cancellationToken);
    }
}
