using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Audit;

/// <summary>
/// Gives committed entries their place in the chain. Afterwards and by one replica at a time: a chain inside the business transactions would make every
/// commit wait for the one before.
/// </summary>
internal sealed class AuditSealer(IServiceProvider services)
{
    private const long Lock = 0x1DE5_A0D1;

    private const int Batch = 500;

    /// <returns>How many entries were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        for (int sealedNow; (sealedNow = await SealBatchAsync(cancellationToken)) > 0;) total += sealedNow;
        return total;
    }

    private async Task<int> SealBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await context.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Lock}) as \"Value\"").SingleAsync(cancellationToken)) return 0;

        var entries = await context.Set<AuditRow>().Where(row => row.SealNumber == null).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        if (entries.Count == 0) return 0;
        var last = await context.Set<AuditRow>().AsNoTracking().Where(row => row.SealNumber != null).OrderByDescending(row => row.SealNumber).FirstOrDefaultAsync(cancellationToken);
        var (number, seal) = (last?.SealNumber ?? 0, last?.Seal ?? SealedEntry.Beginning);
        foreach (var entry in entries)
        {
            seal = SealedEntry.Seal(seal, ++number, entry);
            entry.SealNumber = number;
            entry.Seal = seal;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entries.Count;
    }
}

internal sealed class AuditSealerService(AuditSealer sealer, ReadOnlyMode readOnly, PlatformDataOptions options, TimeProvider time, ILogger<AuditSealerService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!readOnly.IsOn) await sealer.SealAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The database may be away for a while: the sealer must outlive that.
                log.LogError("The audit log waits for its seal: {Error}", SafeError.Of(error));
            }

            await Task.Delay(options.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
