using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Sdk.Data;

/// <summary>Saving what others may save at the same time, with an answer for people.</summary>
public static class Saving
{
    /// <returns>Null when saved; stale when someone else changed the same thing in between.</returns>
    public static async Task<Problem?> SaveAsync(this ModuleDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
    }

    /// <returns>False when a unique index says that it exists already.</returns>
    public static async Task<bool> TryAddAsync(this ModuleDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
