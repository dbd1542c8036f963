using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace IdeSluss.Platform.Jobs;

/// <summary>Brings the stored schedule to what is declared: new and changed tasks are stored, those that nobody offers any more are removed.</summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, JobCatalogue jobs) : IHostedService
{
    private const string Group = "idesluss";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
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

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
