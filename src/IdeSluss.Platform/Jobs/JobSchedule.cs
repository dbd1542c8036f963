using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace IdeSluss.Platform.Jobs;

/// <summary>
/// Runs the schedule: brings what is stored to what is declared (new and changed tasks are stored, those that nobody offers any more are removed), starts it, and lets tasks end before the
/// host does. All of it after the host has begun to answer, which need not wait for it; if it fails the host stops, as for any background service.
/// </summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, JobCatalogue jobs, DatabaseServer server, IHostApplicationLifetime host) : BackgroundService
{
    private const string Group = "idesluss";

    /// <summary>Any number, as long as nobody else uses it.</summary>
    private const long Lock = 0x1DE5_10B5;

    private IScheduler? running;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // It goes on looking for a database that is gone, and would keep the process from ending: then it is left to end with it.
        if (running is not null) await running.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        running = scheduler;
        await StoreAsync(scheduler, stoppingToken);
        await scheduler.Start(stoppingToken);
    }

    private async Task StoreAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        // One replica at a time: those that start together would each find nothing stored, and the last to store it would give back a turn that another had already taken.
        await using var guard = await server.DataSource.OpenConnectionAsync(cancellationToken);
        await using var turn = await guard.BeginTransactionAsync(cancellationToken);
        await guard.ExecuteAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        foreach (var job in jobs.All)
        {
            var key = new TriggerKey(job.Key, Group);
            // Left alone when unchanged: another replica may be about to fire it.
            if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger stored && stored.CronExpressionString == job.Cron
                && await scheduler.GetJobDetail(new JobKey(job.Key, Group), cancellationToken) is { RequestsRecovery: true }) continue;
            // A replica that is killed in the middle of it leaves the rest to another, which begins it anew; the next turn may be a month away.
            var detail = JobBuilder.Create<DispatchJob>().WithIdentity(job.Key, Group).StoreDurably().RequestRecovery().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(key)
                .WithCronSchedule(job.Cron, cron => cron.InTimeZone(StockholmTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, cancellationToken);
        }

        foreach (var stored in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken))
            if (jobs.Find(stored.Name) is null) await scheduler.DeleteJob(stored, cancellationToken);
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var tell = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
