using System.Security.Cryptography;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Compares kept files with their hashes, a portion an hour, each about once a month, and the damaged ones every time: what has been restored from the backup is well within the hour.
/// </summary>
internal sealed class VerifyFiles(PlatformDbContext database, IFileStore store, TimeProvider time, ILogger<VerifyFiles> log) : IScheduledTask
{
    public static readonly TimeSpan Between = TimeSpan.FromDays(30);

    private const int MostFiles = 2_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int MostDamaged = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var kept = database.Set<FileRow>().AsNoTracking().Where(row => row.State == FileState.Kept);
        var before = time.GetUtcNow() - Between;
        var damaged = await kept.Where(row => row.Damage != null).OrderBy(row => row.CheckedAt).Take(MostDamaged).ToListAsync(cancellationToken);
        var due = await kept.Where(row => row.Damage == null && (row.CheckedAt == null || row.CheckedAt < before)).OrderBy(row => row.CheckedAt ?? row.SavedAt).Take(MostFiles).ToListAsync(cancellationToken);
        var bytes = 0L;
        foreach (var row in damaged.Concat(due))
        {
            if (bytes > MostBytes) return;
            bytes += row.Length;
            await CheckAsync(row, cancellationToken);
        }
    }

    /// <summary>All of them, for an instance that was restored.</summary>
    public async Task<(long Whole, long Damaged)> RunThroughAsync(CancellationToken cancellationToken)
    {
        var (whole, damaged, last) = (0L, 0L, Guid.Empty);
        while (true)
        {
            var rows = await database.Set<FileRow>().AsNoTracking().Where(row => row.State == FileState.Kept && row.Id.CompareTo(last) > 0).OrderBy(row => row.Id).Take(MostFiles).ToListAsync(cancellationToken);
            if (rows.Count == 0) return (whole, damaged);
            foreach (var row in rows)
                if (await CheckAsync(row, cancellationToken)) whole++;
                else damaged++;
            last = rows[^1].Id;
        }
    }

    /// <returns>Whether it is whole.</returns>
    private async Task<bool> CheckAsync(FileRow row, CancellationToken cancellationToken)
    {
        // A store that does not answer says nothing about the file: the exception ends this portion, and is seen as the failed task.
        var damage = await DamageOfAsync(row, cancellationToken);
        var now = time.GetUtcNow();
        await database.Set<FileRow>().Where(file => file.Id == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.CheckedAt, now).SetProperty(file => file.Damage, damage), cancellationToken);
        if (damage == row.Damage) return damage is null;
        if (damage is null)
        {
            log.LogInformation("File {File} is well again", row.Id);
            return true;
        }

        FileTelemetry.Damaged.Add(1);
        log.LogError("File {File} is damaged ({Damage}): restore it from the backup", row.Id, damage);
        return false;
    }

    private async Task<FileDamage?> DamageOfAsync(FileRow row, CancellationToken cancellationToken)
    {
        foreach (var (key, length, hash) in row.Contents())
        {
            await using var stream = await store.OpenAsync(key, length, cancellationToken);
            if (stream is null) return FileDamage.Missing;
            if (!(await SHA256.HashDataAsync(stream, cancellationToken)).AsSpan().SequenceEqual(hash)) return FileDamage.Changed;
        }

        return null;
    }
}
