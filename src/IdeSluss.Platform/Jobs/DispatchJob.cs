using System.Diagnostics;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Telemetry;
using IdeSluss.Sdk.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IdeSluss.Platform.Jobs;

/// <summary>
/// The only job type that Quartz knows. It stores types by name, and those of a plugin could not be found again: so it stores this one, with the task's key.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DispatchJob(IServiceProvider services, JobCatalogue jobs, ILogger<DispatchJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var key = context.JobDetail.Key.Name;
        if (jobs.Find(key) is not { } job)
        {
            log.LogWarning("Nobody offers the task {Task} any more", key);
            return;
        }

        var started = Stopwatch.GetTimestamp();
        await using var scope = services.CreateAsyncScope();
        try
        {
            await ((IScheduledTask)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, job.TaskType)).RunAsync(cancellationToken);
            PlatformMetrics.Ran(key, started, "done");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Its next turn comes; what failed must be seen.
            PlatformMetrics.Ran(key, started, "failed");
            log.LogError("The task {Task} failed: {Error}", key, SafeError.Of(error));
        }
    }
}
