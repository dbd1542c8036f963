using IdeSluss.Ideas.Data;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>
/// One merge or unmerge at a time in the whole instance, on every replica. They are few a day, and whether two of them would make a circle depends on ideas that
/// neither of them names; one lock is easier to trust than an order of many.
/// </summary>
internal sealed class MergeLock(IdeasDbContext db)
{
    private const long Key = 0x1DE5_3E26;

    /// <summary>All or nothing: what fails leaves no trace.</summary>
    public async Task<Outcome<T>> RunAsync<T>(Func<Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken);
        try
        {
            var outcome = await work();
            if (outcome.Problem is null) await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
    }
}
