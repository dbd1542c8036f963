using IdeSluss.Platform.Jobs;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using Xunit;

namespace IdeSluss.Platform.Tests.Jobs;

public sealed class JobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_task_is_stored_by_key_and_runs_when_its_turn_comes()
    {
        var ran = new Ran();
        await using var instance = await StartAsync(null, ran, ("probe.tidy", "0 0 4 * * ?"));
        await instance.RunAsync();
        var scheduler = await instance.Get<ISchedulerFactory>().GetScheduler(Token);

        await scheduler.TriggerJob(new JobKey("probe.tidy", "idesluss"), cancellationToken: Token);
        await ran.Happened.Task.WaitAsync(Token);

        Assert.Contains("DispatchJob", (string)(await instance.SqlAsync("select job_class_name from quartz.qrtz_job_details"))!, StringComparison.Ordinal);
        Assert.Equal("Europe/Stockholm", await instance.SqlAsync("select time_zone_id from quartz.qrtz_cron_triggers"));
    }

    [Fact]
    public async Task Replicas_share_one_schedule_and_tasks_that_nobody_offers_are_removed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using (var before = await StartAsync(database, new Ran(), ("probe.tidy", "0 0 4 * * ?"), ("probe.old", "0 0 5 * * ?"))) await before.RunAsync();

        await using var first = await StartAsync(database, new Ran(), ("probe.tidy", "0 30 4 * * ?"));
        await using var second = await StartAsync(database, new Ran(), ("probe.tidy", "0 30 4 * * ?"));
        await first.RunAsync();
        await second.RunAsync();

        Assert.Equal("probe.tidy 0 30 4 * * ?", await first.SqlAsync("select string_agg(trigger_name || ' ' || cron_expression, ',') from quartz.qrtz_cron_triggers"));
    }

    private static Task<Instance> StartAsync(TestDatabase? database, Ran ran, params (string Key, string Cron)[] jobs) => Instance.StartAsync(
        database,
        contributions =>
        {
            foreach (var (key, cron) in jobs) contributions.Jobs.Add(new(key, cron, typeof(Tidy)));
        },
        services => services.AddSingleton(ran).AddSingleton<IHostApplicationLifetime, Started>(),
        options => options with { RunJobs = true });

    internal sealed class Ran
    {
        public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class Tidy(Ran ran) : IScheduledTask
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            ran.Happened.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <summary>The lifetime of a host that has started, which is what Quartz waits for.</summary>
    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
