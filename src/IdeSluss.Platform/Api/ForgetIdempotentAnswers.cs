using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Api;

/// <summary>A key is promised for a day; what a client was answered should not be kept longer than it is of use.</summary>
internal sealed class ForgetIdempotentAnswers(PlatformDbContext database, TimeProvider time) : IScheduledTask
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().AddDays(-1);
        return database.IdempotentAnswers.Where(row => row.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
