using IdeSluss.Ideas.Data;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// Removes drafts: what was sent after a day (until then a second post finds its receipt), what was left lying after ninety. A draft is no public document
/// (TF 2 kap. 12–13 §§), so this is no disposal.
/// </summary>
internal sealed class DraftCleanup(IdeasDbContext db, TimeProvider time) : IScheduledTask
{
    public static readonly TimeSpan Idle = TimeSpan.FromDays(90);
    public static readonly TimeSpan Sent = TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset idleSince = now - Idle, sentBefore = now - Sent;
        return db.Drafts.Where(draft => draft.UpdatedAt < idleSince || (draft.IdeaId != null && draft.UpdatedAt < sentBefore)).ExecuteDeleteAsync(cancellationToken);
    }
}
