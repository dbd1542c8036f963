using IdeSluss.Ideas.Data;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

/// <summary>Empties exercises that nobody has touched for ninety days: what somebody tried out is kept no longer than it is of use (GDPR art. 5.1 e).</summary>
internal sealed class ForgetPractice(IdeasDbContext db, TimeProvider time) : IScheduledTask
{
    public static readonly TimeSpan Idle = TimeSpan.FromDays(90);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Idle;
        return db.Practice.Where(one => one.ChangedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
