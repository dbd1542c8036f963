using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

internal static class Locks
{
    /// <summary>Held until the transaction ends: what must be read and written by one at a time, where no row says so by itself.</summary>
    public static Task LockAsync(this TrainingDbContext db, string what, int which, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"training." + what}), {which})", cancellationToken);
}
