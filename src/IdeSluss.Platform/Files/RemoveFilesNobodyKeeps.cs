using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Removes what nobody kept within a day, what was released thirty days ago, and what a crash left half done. A row is claimed before its bytes go: who keeps it at the same moment either
/// comes first, or learns that it is gone.
/// </summary>
internal sealed class RemoveFilesNobodyKeeps(PlatformDbContext database, IFileStore store, IncomingFolder incoming, TimeProvider time, ILogger<RemoveFilesNobodyKeeps> log) : IScheduledTask
{
    public static readonly TimeSpan ToBeKept = TimeSpan.FromDays(1);
    public static readonly TimeSpan ToBeRegretted = TimeSpan.FromDays(30);

    private const int Batch = 200;

    /// <summary>The rest waits for the next hour.</summary>
    private const int MostBatches = 25;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        incoming.RemoveLeftovers();
        var after = Guid.Empty;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var ids = await Due().Where(row => row.Id.CompareTo(after) > 0).OrderBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var id in ids) await RemoveAsync(id, cancellationToken);
            if (ids.Count < Batch) return;
            after = ids[^1];
        }
    }

    private IQueryable<FileRow> Due()
    {
        var now = time.GetUtcNow();
        var (unkept, released) = (now - ToBeKept, now - ToBeRegretted);
        return database.Set<FileRow>().Where(row =>
            ((row.State == FileState.Receiving || row.State == FileState.Uploaded) && row.StateSince < unkept)
            || (row.State == FileState.Released && row.StateSince < released)
            || row.State == FileState.Removing);
    }

    private async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var claimed = await Due().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, FileState.Removing), cancellationToken);
        if (claimed == 0) return;
        try
        {
            await store.RemoveAsync(FileKeys.Of(id), cancellationToken);
            await store.RemoveAsync(FileKeys.SmallOf(id), cancellationToken);
        }
        catch (FileUnavailableException error)
        {
            // The row stays as it is, so the next hour tries again.
            log.LogWarning(error, "File {File} could not be removed: {Fault}", id, error.Message);
            return;
        }

        await database.Set<FileRow>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        FileTelemetry.Removed.Add(1);
    }
}
