using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Audit;

internal sealed record AuditLine(Guid Id, DateTimeOffset At, string Action, string SubjectKind, Guid SubjectId, Guid? ActorId, Guid? AuthorityId, string Facts, long? SealNumber);

/// <param name="BrokenAt">The first entry that is missing, moved or altered; null when the chain holds.</param>
/// <param name="LastSeal">Hexadecimal; noted outside the database, it also shows when the end of the chain is cut off.</param>
internal sealed record ChainReport(long Checked, long Unsealed, long? BrokenAt, string LastSeal)
{
    public bool Holds => BrokenAt is null;
}

/// <summary>Reads the audit log and walks its chain. Scoped.</summary>
internal sealed class AuditAdmin(PlatformDbContext context)
{
    private const int PageSize = 100;

    /// <summary>Newest first; <paramref name="before"/> continues after the last line of the page before.</summary>
    public async Task<IReadOnlyList<AuditLine>> NewestAsync(Guid? before, CancellationToken cancellationToken)
    {
        var rows = context.Set<AuditRow>().AsNoTracking();
        // Ids are version 7: their order is that of time.
        if (before is { } last) rows = rows.Where(row => row.Id.CompareTo(last) < 0);
        return await rows.OrderByDescending(row => row.Id).Take(PageSize)
            .Select(row => new AuditLine(row.Id, row.At, row.Action, row.SubjectKind, row.SubjectId, row.ActorId, row.AuthorityId, row.Facts, row.SealNumber))
            .ToListAsync(cancellationToken);
    }

    public async Task<ChainReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var unsealed = await context.Set<AuditRow>().LongCountAsync(row => row.SealNumber == null, cancellationToken);
        var (number, seal) = (0L, SealedEntry.Beginning);
        await foreach (var entry in context.Set<AuditRow>().AsNoTracking().Where(row => row.SealNumber != null).OrderBy(row => row.SealNumber).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            number++;
            if (entry.SealNumber != number) return new(number - 1, unsealed, number, Convert.ToHexStringLower(seal));
            var expected = SealedEntry.Seal(seal, number, entry);
            if (entry.Seal is null || !expected.AsSpan().SequenceEqual(entry.Seal)) return new(number - 1, unsealed, number, Convert.ToHexStringLower(seal));
            seal = expected;
        }

        return new(number, unsealed, null, Convert.ToHexStringLower(seal));
    }
}
