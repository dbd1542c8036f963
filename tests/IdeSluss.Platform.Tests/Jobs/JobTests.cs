using System.Diagnostics;
using IdeSluss.Platform.Jobs;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.TestKit;
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
        await TriggerAsync(instance);
        await ran.Happened.Task.WaitAsync(Token);

        Assert.Contains("DispatchJob", (string)(await instance.SqlAsync("select job_class_name from quartz.qrtz_job_details"))!, StringComparison.Ordinal);
        Assert.Equal("Europe/Stockholm", await instance.SqlAsync("select time_zone_id from quartz.qrtz_cron_triggers"));
    }

    [Fact]
    public async Task Replicas_share_one_schedule_and_tasks_that_nobody_offers_are_removed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using (var before = await StartAsync(database, new Ran(), ("probe.tidy", "0 0 4 * * ?"), ("probe.old", "0 0 5 * * ?")))
        {
            await before.RunAsync();
            await Eventually.TrueAsync(async () => await StoredAsync(before) == "probe.old 0 0 5 * * ?,probe.tidy 0 0 4 * * ?", "both tasks to be stored");
        }

        await using var first = await StartAsync(database, new Ran(), ("probe.tidy", "0 30 4 * * ?"));
        await using var second = await StartAsync(database, new Ran(), ("probe.tidy", "0 30 4 * * ?"));
        await first.RunAsync();
        await second.RunAsync();

        await Eventually.TrueAsync(async () => await StoredAsync(first) == "probe.tidy 0 30 4 * * ?", "one task at its new time");

        // The schedule makes its tables beside the first answers.
        static async Task<string?> StoredAsync(Instance instance) => await instance.SqlAsync("select to_regclass('quartz.qrtz_cron_triggers') is not null") is true
            ? await instance.SqlAsync("select string_agg(trigger_name || ' ' || cron_expression, ',' order by trigger_name) from quartz.qrtz_cron_triggers") as string
            : null;
    }

    [Fact]
    public async Task Four_replicas_that_all_wait_for_a_tasks_turn_run_it_once_each_time()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var (ran, watch) = (new Ran { Wanted = 3 }, Stopwatch.StartNew());
        var replicas = new List<Instance>();
        for (var number = 0; number < 4; number++) replicas.Add(await StartAsync(database, ran, ("probe.tidy", "* * * * * ?")));
        foreach (var replica in replicas) await replica.RunAsync();

        await ran.Happened.Task.WaitAsync(Token);
        foreach (var replica in replicas) await replica.DisposeAsync();
        Assert.InRange(ran.Times, 3, (int)watch.Elapsed.TotalSeconds + 2);
        Assert.Equal(1, ran.MostAtOnce);
    }

    [Fact]
    public async Task A_task_whose_replica_was_killed_in_the_middle_of_it_is_begun_anew_by_another()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var middle = new Ran { HoldsUntil = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        await using (var killed = await StartAsync(database, middle, ("probe.tidy", "0 0 4 * * ?")))
        {
            await killed.RunAsync();
            await TriggerAsync(killed);
            await middle.Begun.Task.WaitAsync(Token);
            // What the scheduler has written down at this moment is all that a killed replica leaves behind; it is seen to be gone when it has not been heard of for long.
            await killed.SqlAsync("""
                create table public.fired as select * from quartz.qrtz_fired_triggers;
                create table public.state as select * from quartz.qrtz_scheduler_state;
                """);
            middle.HoldsUntil.SetResult();
        }

        await database.ExecuteAsync("""
            update public.fired set instance_name = 'killed'; update public.state set instance_name = 'killed', last_checkin_time = 1;
            delete from quartz.qrtz_fired_triggers; insert into quartz.qrtz_fired_triggers select * from public.fired;
            insert into quartz.qrtz_scheduler_state select * from public.state;
            """);
        var anew = new Ran();
        await using var other = await StartAsync(database, anew, ("probe.tidy", "0 0 4 * * ?"));
        await other.RunAsync();
        await anew.Happened.Task.WaitAsync(Token);
        Assert.Equal(0L, await other.SqlAsync("select count(*) from quartz.qrtz_fired_triggers where instance_name = 'killed'"));
    }

    /// <summary>Once it is stored, which a start does not wait for.</summary>
    private static async Task TriggerAsync(Instance instance)
    {
        var (scheduler, task) = (await instance.Get<ISchedulerFactory>().GetScheduler(Token), new JobKey("probe.tidy", "idesluss"));
        await Eventually.TrueAsync(async () => await scheduler.GetJobDetail(task, Token) is not null, "the task to be stored");
        await scheduler.TriggerJob(task, cancellationToken: Token);
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
        private int now, times, most;

        /// <summary>Runs until <see cref="Happened"/>.</summary>
        public int Wanted { get; init; } = 1;

        /// <summary>The task waits in its middle for this.</summary>
        public TaskCompletionSource? HoldsUntil { get; init; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Times => times;

        public int MostAtOnce => most;

        public async Task RunAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            Begun.TrySetResult();
            if (HoldsUntil is { } hold) await hold.Task;
            Interlocked.Decrement(ref now);
            if (Interlocked.Increment(ref times) == Wanted) Happened.TrySetResult();
        }
    }

    internal sealed class Tidy(Ran ran) : IScheduledTask
    {
        public Task RunAsync(CancellationToken cancellationToken) => ran.RunAsync();
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
