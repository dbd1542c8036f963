using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Messaging;

/// <param name="HeldBack">Later deliveries of the same stream that wait for this one.</param>
internal sealed record ParkedDelivery(long Id, string EventName, Guid EventId, string Consumer, DateTimeOffset OccurredAt, DateTimeOffset ParkedAt, int Attempts, string? Error, int HeldBack);

internal sealed record MessagingState(int Waiting, int Parked, DateTimeOffset? OldestWaiting);

/// <summary>Deliveries that gave up, and what an administrator may do about them. Scoped.</summary>
internal sealed class MessagingAdmin(PlatformDbContext context, CurrentUser user, TimeProvider time, Wakes wakes)
{
    private const int Most = 200;

    public async Task<MessagingState> StateAsync(CancellationToken cancellationToken)
    {
        var parked = await context.Set<DeliveryRow>().CountAsync(row => row.ParkedAt != null, cancellationToken);
        var waiting = context.Set<DeliveryRow>().Where(row => row.ParkedAt == null);
        return new(await waiting.CountAsync(cancellationToken), parked, await waiting.MinAsync(row => (DateTimeOffset?)row.NotBefore, cancellationToken));
    }

    public async Task<IReadOnlyList<ParkedDelivery>> ParkedAsync(CancellationToken cancellationToken) =>
        await context.Set<DeliveryRow>()
            .Where(row => row.ParkedAt != null)
            .OrderBy(row => row.Id)
            .Take(Most)
            .Join(context.Set<EventRow>(), row => row.EventId, e => e.Id, (row, e) => new ParkedDelivery(
                row.Id, e.Name, e.Id, row.Consumer, e.OccurredAt, row.ParkedAt!.Value, row.Attempt, row.LastError,
                context.Set<DeliveryRow>().Count(later => later.Consumer == row.Consumer && later.Stream == row.Stream && later.Id > row.Id)))
            .ToListAsync(cancellationToken);

    /// <summary>Tries again from the first attempt. False when it is not parked any more.</summary>
    public async Task<bool> RetryAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row) return false;
        row.ParkedAt = null;
        row.Attempt = 0;
        row.NotBefore = time.GetUtcNow();
        return await SaveAsync(row, "platform.delivery-retried", cancellationToken);
    }

    /// <summary>Gives the delivery up, which lets the later ones of its stream go on. The event itself stays.</summary>
    public async Task<bool> SkipAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row) return false;
        context.Remove(row);
        return await SaveAsync(row, "platform.delivery-skipped", cancellationToken);
    }

    private Task<DeliveryRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        context.Set<DeliveryRow>().FirstOrDefaultAsync(row => row.Id == id && row.ParkedAt != null, cancellationToken);

    private async Task<bool> SaveAsync(DeliveryRow row, string action, CancellationToken cancellationToken)
    {
        context.Audit(new(action, "event", row.EventId, user.Id, Facts: new Dictionary<string, string> { ["consumer"] = row.Consumer, ["error"] = row.LastError ?? "" }));
        await context.SaveChangesAsync(cancellationToken);
        wakes.Committed();
        return true;
    }
}
