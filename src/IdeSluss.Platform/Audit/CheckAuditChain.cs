using IdeSluss.Platform.Telemetry;
using IdeSluss.Sdk.Jobs;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Audit;

/// <summary>
/// Walks the whole chain each night and logs its last seal. Kept outside the database, that line shows later if the end of the chain was cut off,
/// which the chain itself cannot.
/// </summary>
internal sealed class CheckAuditChain(AuditAdmin audit, ILogger<CheckAuditChain> log) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var report = await audit.VerifyAsync(cancellationToken);
        if (report.Holds)
            log.LogInformation("The audit chain holds: {Count} entries, last seal {Seal}", report.Checked, report.LastSeal);
        else
        {
            PlatformMetrics.BrokenAudit.Add(1);
            log.LogError("The audit chain is broken at entry {Number}: something was changed or removed afterwards", report.BrokenAt);
        }
    }
}
