using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Effect;

/// <summary>Keeps how long decisions took and how they ended, from what Ideas publishes. A decision that is taken back never was.</summary>
internal sealed class NoteDecisions(TrainingDbContext db) : IEventHandler<IdeaSubmitted>, IEventHandler<GateDecided>, IEventHandler<DecisionTakenBack>
{
    /// <summary>Outcomes by which a case comes back to those who prepared it.</summary>
    private static readonly string[] Back = ["BACK", "RETURN", "RETURN_FOR_INFO", "RETEST"];

    public async Task HandleAsync(IdeaSubmitted message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (!await db.IdeaPlaces.AnyAsync(one => one.IdeaId == message.IdeaId, cancellationToken)) db.IdeaPlaces.Add(new() { IdeaId = message.IdeaId, Since = message.ReceivedAt });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (message.DecidedBy is not { } decider) return;
        var place = await db.IdeaPlaces.FirstOrDefaultAsync(one => one.IdeaId == message.IdeaId, cancellationToken);
        // From before this module was there: nobody knows how long it took.
        if (place is null) db.IdeaPlaces.Add(new() { IdeaId = message.IdeaId, Since = message.DecidedAt });
        else
        {
            // From the latest that stands: one that was taken back is no longer there.
            var since = await db.DecisionFacts.Where(one => one.IdeaId == message.IdeaId).MaxAsync(one => (DateTimeOffset?)one.DecidedAt, cancellationToken) ?? place.Since;
            db.DecisionFacts.Add(new()
            {
                DecisionId = message.DecisionId, IdeaId = message.IdeaId, DecidedById = decider, Gate = message.Gate, DecidedAt = message.DecidedAt, WorkingDays = WorkingDays.Between(since.StockholmDay(), message.DecidedAt.StockholmDay()),
                Returned = Back.Contains(message.Outcome),
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken) =>
        await db.DecisionFacts.Where(one => one.DecisionId == message.DecisionId).ExecuteDeleteAsync(cancellationToken);
}
