using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Files;

/// <summary>A file whose bytes are not what they were. Without its name, which may be personal.</summary>
/// <param name="KeptFor">What it belongs to: <c>testbeds.picture</c>.</param>
internal sealed record DamagedFile(Guid Id, string? KeptFor, string ContentType, long Length, DateTimeOffset SavedAt, DateTimeOffset? CheckedAt, FileDamage Damage);

/// <param name="Waiting">Uploaded and not yet kept, or released and not yet removed.</param>
internal sealed record FileSums(long Kept, long KeptBytes, long Waiting, long WaitingBytes, long Damaged);

/// <summary>What the administrator sees of the files: sums, and what is damaged. Scoped.</summary>
internal sealed class FileAdmin(PlatformDbContext database)
{
    private const int PageSize = 50;

    public async Task<FileSums> SumsAsync(CancellationToken cancellationToken)
    {
        var sums = await database.Set<FileRow>().GroupBy(row => row.State == FileState.Kept)
            .Select(group => new { Kept = group.Key, Count = group.LongCount(), Bytes = group.Sum(row => row.Length + (row.SmallLength ?? 0)) })
            .ToListAsync(cancellationToken);
        var (kept, waiting) = (sums.Find(sum => sum.Kept), sums.Find(sum => !sum.Kept));
        return new(kept?.Count ?? 0, kept?.Bytes ?? 0, waiting?.Count ?? 0, waiting?.Bytes ?? 0, await CountDamagedAsync(cancellationToken));
    }

    public Task<long> CountDamagedAsync(CancellationToken cancellationToken) => Damaged.LongCountAsync(cancellationToken);

    /// <summary>The newest first; <paramref name="before"/> continues after the last of the page before.</summary>
    public async Task<Page<DamagedFile>> DamagedAsync(Guid? before, CancellationToken cancellationToken)
    {
        var rows = Damaged;
        if (before is { } last) rows = rows.Where(row => row.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1)
            .Select(row => new DamagedFile(row.Id, row.KeptFor, row.ContentType, row.Length, row.SavedAt, row.CheckedAt, row.Damage!.Value))
            .ToListAsync(cancellationToken);
        return page.Count > PageSize ? new(page[..PageSize], page[PageSize - 1].Id.ToString()) : new(page, null);
    }

    private IQueryable<FileRow> Damaged => database.Set<FileRow>().AsNoTracking().Where(row => row.State == FileState.Kept && row.Damage != null);
}
