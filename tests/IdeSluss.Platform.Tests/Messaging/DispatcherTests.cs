using System.Collections.Concurrent;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Events;
using IdeSluss.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Messaging;

public sealed class DispatcherTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Faults faults = new();
    private TestDatabase database = null!;
    private Instance instance = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        instance = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await instance.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_handlers_effects_and_the_end_of_the_delivery_are_one()
    {
        await PublishAsync(Guid.Empty, 1);

        await instance.Get<MessagingIdle>().WaitAsync(Token);

        Assert.Equal(1L, await instance.SqlAsync("select count(*) from probe.effect"));
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from messaging.delivery"));
    }

    [Fact]
    public async Task What_a_failing_handler_did_is_undone_and_done_once_later()
    {
        faults.FailTimes = 2;
        await PublishAsync(Guid.Empty, 1);

        await instance.Get<MessagingIdle>().WaitAsync(Token);
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from probe.effect"));
        Assert.Equal("InvalidOperationException in Effecting", await instance.SqlAsync("select last_error from messaging.delivery"));

        await AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from probe.effect"));
        await AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(1L, await instance.SqlAsync("select count(*) from probe.effect"));
        Assert.Equal([1, 2, 3], faults.Attempts);
    }

    [Fact]
    public async Task A_handler_that_breaks_its_own_transaction_loses_nothing()
    {
        faults.BreakOnce = true;
        await PublishAsync(Guid.Empty, 1);

        await instance.Get<MessagingIdle>().WaitAsync(Token);
        Assert.Equal(1, await instance.SqlAsync("select attempt from messaging.delivery"));
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(1L, await instance.SqlAsync("select count(*) from probe.effect"));
    }

    [Fact]
    public async Task A_delivery_that_keeps_failing_is_parked_and_holds_back_its_stream_only()
    {
        var (bad, good) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        faults.FailStream = bad;
        await PublishAsync(bad, 1, 2);
        await PublishAsync(good, 3);

        await ParkAsync();

        Assert.Equal("3", await instance.SqlAsync("select string_agg(number::text, ',') from probe.effect"));
        var parked = Assert.Single(await AdminAsync(admin => admin.ParkedAsync(Token)));
        Assert.Equal(("probe.happened.v1", "probe.effecting", 8, 1), (parked.EventName, parked.Consumer, parked.Attempts, parked.HeldBack));

        faults.FailStream = null;
        Assert.True(await AdminAsync(admin => admin.RetryAsync(parked.Id, Token)));
        await instance.Get<MessagingIdle>().WaitAsync(Token);

        Assert.Equal("3,1,2", await instance.SqlAsync("select string_agg(number::text, ',' order by id) from probe.effect"));
        Assert.False(await AdminAsync(admin => admin.RetryAsync(parked.Id, Token)));
    }

    [Fact]
    public async Task Skipping_a_parked_delivery_lets_the_stream_go_on_and_is_audited()
    {
        var stream = Guid.CreateVersion7();
        faults.FailNumber = 1;
        await PublishAsync(stream, 1, 2);
        await ParkAsync();

        var parked = Assert.Single(await AdminAsync(admin => admin.ParkedAsync(Token)));
        Assert.True(await AdminAsync(admin => admin.SkipAsync(parked.Id, Token)));
        await instance.Get<MessagingIdle>().WaitAsync(Token);

        Assert.Equal("2", await instance.SqlAsync("select string_agg(number::text, ',') from probe.effect"));
        Assert.Equal("platform.delivery-skipped", await instance.SqlAsync("select action from audit.entry"));
    }

    [Fact]
    public async Task A_handler_that_calls_the_outside_is_tried_again_with_the_same_event_id()
    {
        faults.FailOutside = 1;
        await PublishAsync(Guid.Empty, 1);

        await instance.Get<MessagingIdle>().WaitAsync(Token);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, faults.OutsideCalls.Count);
        Assert.Single(faults.OutsideCalls.Distinct());
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from messaging.delivery"));
    }

    [Fact]
    public async Task An_outside_call_whose_host_died_is_taken_over_when_its_lease_ends()
    {
        await PublishAsync(Guid.Empty, 1);
        await instance.SqlAsync($"update messaging.delivery set attempt = 1, leased_until = '{time.GetUtcNow().AddMinutes(5):O}' where consumer = 'probe.outside'");
        while (await instance.Get<Dispatcher>().DeliverOneAsync(null, Token))
        {
        }

        Assert.Empty(faults.OutsideCalls);
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Single(faults.OutsideCalls);
    }

    [Fact]
    public async Task A_handler_may_publish_in_turn()
    {
        faults.Echo = true;
        await PublishAsync(Guid.Empty, 1);

        await instance.Get<MessagingIdle>().WaitAsync(Token);

        Assert.Equal("1,2,3", await instance.SqlAsync("select string_agg(number::text, ',' order by id) from probe.effect"));
    }

    [Fact]
    public async Task Four_replicas_with_failures_do_each_effect_once_and_in_order()
    {
        const int streams = 20, each = 10;
        await using var second = await StartAsync(prepare: false);
        await using var third = await StartAsync(prepare: false);
        await using var fourth = await StartAsync(prepare: false);
        faults.FailEvery = 7;
        var ids = Enumerable.Range(0, streams).Select(_ => Guid.CreateVersion7()).ToList();
        for (var number = 1; number <= each; number++)
            foreach (var id in ids) await PublishAsync(id, number);

        await Task.WhenAll(DrainAsync(instance), DrainAsync(second), DrainAsync(third), DrainAsync(fourth));

        Assert.Equal((long)streams * each, await instance.SqlAsync("select count(*) from probe.effect"));
        Assert.Equal((long)streams, await instance.SqlAsync("select count(*) from (select stream from probe.effect group by stream having array_agg(number order by id) = array[1,2,3,4,5,6,7,8,9,10]) ordered"));
    }

    /// <summary>A machine's clock is set right, or its replica's was never right.</summary>
    [Fact]
    public async Task A_clock_that_jumps_a_day_holds_nothing_back_and_repeats_nothing()
    {
        time.Advance(TimeSpan.FromDays(1));
        await PublishAsync(Guid.Empty, 1);
        time.AdjustTime(time.GetUtcNow().AddDays(-1));
        await PublishAsync(Guid.Empty, 2);
        await instance.Get<MessagingIdle>().WaitAsync(Token);
        Assert.Equal("1,2", await instance.SqlAsync("select string_agg(number::text, ',' order by id) from probe.effect"));

        faults.FailTimes = 1;
        await PublishAsync(Guid.Empty, 3);
        await instance.Get<MessagingIdle>().WaitAsync(Token);
        await AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal("1,2,3", await instance.SqlAsync("select string_agg(number::text, ',' order by id) from probe.effect"));
        Assert.Equal(3, faults.OutsideCalls.Distinct().Count());
    }

    [Fact]
    public async Task The_running_workers_are_woken_by_the_commit_of_another_replica()
    {
        await using var other = await StartAsync(prepare: false);
        await other.RunAsync();
        // No poll will come to help: the clock stands still.
        await other.Get<WakeOthers>().Listening.WaitAsync(Token);
        var tell = new WakeOthers(instance.Get<IdeSluss.Platform.Data.DatabaseServer>(), instance.Get<Wakes>(), instance.Get<KeptElsewhere>(), instance.Get<IdeSluss.Platform.Data.PlatformDataOptions>(), time, Microsoft.Extensions.Logging.Abstractions.NullLogger<WakeOthers>.Instance);
        await tell.StartAsync(Token);
        await tell.Listening.WaitAsync(Token);

        var done = faults.Next;
        await PublishAsync(Guid.Empty, 1);
        await done.WaitAsync(Token);
        await tell.StopAsync(Token);
    }

    [Fact]
    public async Task The_queue_is_asked_by_its_indexes_also_when_the_statistics_say_that_it_is_empty()
    {
        await instance.SqlAsync("vacuum analyze messaging.delivery");
        await PublishAsync(Guid.Empty, 1, 2, 3);
        await using var connection = await instance.Get<NpgsqlDataSource>().OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        var queue = instance.Get<DeliveryQueue>();
        const string WholeTable = "select seq_scan from pg_stat_xact_user_tables where schemaname = 'messaging' and relname = 'delivery'";
        var before = await ScalarAsync(WholeTable);

        var claimed = await queue.ClaimAsync(transaction, Token);
        Assert.Equal("on", await ScalarAsync("select current_setting('enable_seqscan')"));
        Assert.NotNull(claimed);
        await DeliveryQueue.DoneAsync(transaction, claimed, Token);

        Assert.Equal(before, await ScalarAsync(WholeTable));

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync(Token);
        }
    }

    [Fact]
    public async Task What_was_saved_before_and_committed_after_a_message_that_has_been_delivered_is_delivered_too()
    {
        var (late, stream) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await instance.InScopeAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            context.Publish(new Happened(1), late);
            await context.SaveChangesAsync(Token);
            await PublishAsync(stream, 2);
            Assert.True(await instance.Get<Dispatcher>().DeliverOneAsync(null, Token));
            await transaction.CommitAsync(Token);
        });
        // Nobody stands behind it for ever: there are always newer ones here.
        for (var number = 3; number < 60; number++)
        {
            await PublishAsync(stream, number);
            Assert.True(await instance.Get<Dispatcher>().DeliverOneAsync(null, Token));
        }

        Assert.Equal(0L, await instance.SqlAsync($"select count(*) from messaging.delivery where stream = '{late}'"));
        await instance.Get<MessagingIdle>().WaitAsync(Token);
        Assert.Equal(59L, await instance.SqlAsync("select count(*) from probe.effect"));
    }

    private Task<Instance> StartAsync(bool prepare = true) => Instance.StartAsync(
        database,
        contributions =>
        {
            contributions.Subscriptions.Add(new("probe.happened.v1", typeof(Happened), "probe.effecting", typeof(Effecting), Outside: false));
            contributions.Subscriptions.Add(new("probe.happened.v1", typeof(Happened), "probe.outside", typeof(CallingOut), Outside: true));
        },
        services => services.AddSingleton<TimeProvider>(time).AddSingleton(faults),
        prepare: prepare);

    private Task PublishAsync(Guid stream, params int[] numbers) => instance.InScopeAsync(async context =>
    {
        foreach (var number in numbers) context.Publish(new Happened(number), stream);
        await context.SaveChangesAsync(Token);
    });

    private async Task AdvanceAsync(TimeSpan by)
    {
        time.Advance(by);
        await instance.Get<MessagingIdle>().WaitAsync(Token);
    }

    private async Task ParkAsync()
    {
        for (var attempt = 0; attempt <= RetryPauses.Attempts; attempt++) await AdvanceAsync(TimeSpan.FromHours(2));
    }

    private async Task DrainAsync(Instance host)
    {
        for (var round = 0; round < 60; round++)
        {
            await host.Get<MessagingIdle>().WaitAsync(Token);
            if (await host.SqlAsync("select count(*) from messaging.delivery") is 0L) return;
            time.Advance(TimeSpan.FromHours(2));
        }
    }

    private async Task<T> AdminAsync<T>(Func<MessagingAdmin, Task<T>> work)
    {
        await using var scope = instance.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MessagingAdmin>());
    }

    internal sealed class Faults
    {
        private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int calls;

        public int FailTimes { get; set; }
        public int FailOutside { get; set; }
        public int FailEvery { get; set; }
        public bool BreakOnce { get; set; }
        public bool Echo { get; set; }
        public Guid? FailStream { get; set; }
        public int? FailNumber { get; set; }
        public ConcurrentQueue<int> Attempts { get; } = [];
        public ConcurrentQueue<Guid> OutsideCalls { get; } = [];
        public Task Next => next.Task;

        public bool Fails(int number, Guid stream) =>
            FailTimes-- > 0 || stream == FailStream || number == FailNumber || (FailEvery > 0 && Interlocked.Increment(ref calls) % FailEvery == 0);

        public void Handled() => next.TrySetResult();
    }

    internal sealed class Effecting(ProbeDbContext context, Faults faults) : IEventHandler<Happened>
    {
        public async Task HandleAsync(Happened message, Delivery delivery, CancellationToken cancellationToken)
        {
            faults.Attempts.Enqueue(delivery.Attempt);
            context.Effects.Add(new() { Consumer = "probe.effecting", Stream = delivery.Stream, Number = message.Number });
            if (faults.Echo && message.Number < 3) context.Publish(new Happened(message.Number + 1), delivery.Stream);
            await context.SaveChangesAsync(cancellationToken);
            if (faults.BreakOnce)
            {
                faults.BreakOnce = false;
                await context.Database.ExecuteSqlRawAsync("select pg_terminate_backend(pg_backend_pid())", cancellationToken);
            }

            if (faults.Fails(message.Number, delivery.Stream)) throw new InvalidOperationException("Anna Exempel skrev detta.");
            faults.Handled();
        }
    }

    internal sealed class CallingOut(Faults faults) : IEventHandler<Happened>
    {
        public Task HandleAsync(Happened message, Delivery delivery, CancellationToken cancellationToken)
        {
            faults.OutsideCalls.Enqueue(delivery.EventId);
            if (faults.FailOutside-- > 0) throw new HttpRequestException("no");
            return Task.CompletedTask;
        }
    }
}
