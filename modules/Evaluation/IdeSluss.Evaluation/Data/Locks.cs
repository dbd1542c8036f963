using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

internal static class Locks
{
    /// <summary>Held until the transaction ends: whoever begins with questions or scales and whoever reads them in do so one after the other, or answers would belong to words that were changed.</summary>
    public static Task LockQuestionsAsync(this EvaluationDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('evaluation.questions'))", cancellationToken);

    /// <summary>Held until the transaction ends. Whoever asks people to judge does so one at a time, or two would give one person more than is theirs to bear.</summary>
    public static Task LockAskingAsync(this EvaluationDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('evaluation.asking'))", cancellationToken);
}
