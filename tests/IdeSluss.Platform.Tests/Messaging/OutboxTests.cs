using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Platform.Tests.Messaging;

public sealed class OutboxTests : IAsyncLifetime
{
    private Instance instance = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => instance = await Instance.StartAsync(declare: contributions =>
    {
        contributions.Subscriptions.Add(new("probe.happened.v1", typeof(Happened), "probe.first", typeof(NoEffect), Outside: false));
        contributions.Subscriptions.Add(new("probe.happened.v1", typeof(Happened), "probe.second", typeof(NoEffect), Outside: false));
    });

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task Events_deliveries_audit_and_mail_are_saved_with_the_change()
    {
        await instance.InScopeAsync(async context =>
        {
            context.Add(new Thing { Id = Guid.CreateVersion7(), Name = "bänk" });
            context.Publish(new Happened(1), Guid.CreateVersion7());
            context.Audit(new("probe.did", "thing", Guid.CreateVersion7(), null));
            context.Send(new("anna@example.se", "Ärende", "Hej", "25IDE1"));
            await context.SaveChangesAsync(Token);
        });

        Assert.Equal("1 2 1 1", await CountsAsync());
        Assert.Equal("""{"number": 1}""", await instance.SqlAsync("select payload::text from messaging.event"));
    }

    [Fact]
    public async Task A_failed_save_leaves_nothing_behind()
    {
        var id = Guid.CreateVersion7();
        await instance.InScopeAsync(async context =>
        {
            context.Add(new Thing { Id = id, Name = "en" });
            await context.SaveChangesAsync(Token);
        });

        await instance.InScopeAsync(async context =>
        {
            context.Add(new Thing { Id = id, Name = "samma" });
            context.Publish(new Happened(1), id);
            context.Send(new("anna@example.se", "Ärende", "Hej", "25IDE1"));
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
        });

        Assert.Equal("0 0 0 0", await CountsAsync());
    }

    [Fact]
    public async Task A_save_that_succeeds_at_the_second_try_publishes_once()
    {
        var id = Guid.CreateVersion7();
        await instance.InScopeAsync(async context =>
        {
            context.Add(new Thing { Id = id, Name = "en" });
            await context.SaveChangesAsync(Token);
        });

        await instance.InScopeAsync(async context =>
        {
            var doubled = context.Add(new Thing { Id = id, Name = "samma" });
            context.Publish(new Happened(1), id);
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
            doubled.State = EntityState.Detached;
            await context.SaveChangesAsync(Token);
        });

        Assert.Equal("1 2 0 0", await CountsAsync());
    }

    [Fact]
    public async Task Several_saves_in_one_transaction_wake_the_workers_only_at_commit()
    {
        var wakes = instance.Get<Wakes>();
        await instance.InScopeAsync(async context =>
        {
            var beat = wakes.Messages.Next;
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            context.Publish(new Happened(1), Guid.CreateVersion7());
            await context.SaveChangesAsync(Token);
            context.Publish(new Happened(2), Guid.CreateVersion7());
            await context.SaveChangesAsync(Token);
            Assert.False(beat.IsCompleted);

            await transaction.CommitAsync(Token);
            Assert.True(beat.IsCompleted);
        });

        Assert.Equal("2 4 0 0", await CountsAsync());
    }

    [Fact]
    public async Task A_message_wakes_those_who_deliver_and_a_mail_those_who_send()
    {
        var wakes = instance.Get<Wakes>();
        await instance.InScopeAsync(async context =>
        {
            var (messages, mail) = (wakes.Messages.Next, wakes.Mail.Next);
            context.Publish(new Happened(1), Guid.CreateVersion7());
            await context.SaveChangesAsync(Token);
            Assert.Equal((true, false), (messages.IsCompleted, mail.IsCompleted));

            messages = wakes.Messages.Next;
            context.Send(new("anna@example.se", "Ärende", "Hej", "25IDE1"));
            await context.SaveChangesAsync(Token);
            Assert.Equal((false, true), (messages.IsCompleted, mail.IsCompleted));
        });
    }

    [Fact]
    public async Task A_rolled_back_transaction_publishes_nothing()
    {
        await instance.InScopeAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            context.Publish(new Happened(1), Guid.CreateVersion7());
            await context.SaveChangesAsync(Token);
        });

        Assert.Equal("0 0 0 0", await CountsAsync());
    }

    [Fact]
    public async Task An_undeclared_event_is_refused_with_what_to_do() => await instance.InScopeAsync(async context =>
    {
        context.Publish(new Undeclared(1), Guid.CreateVersion7());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));

        Assert.Contains("Publishes<Undeclared>()", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Events_and_deliveries_of_one_save_keep_the_order_of_publishing()
    {
        await instance.InScopeAsync(async context =>
        {
            for (var number = 0; number < 40; number++) context.Publish(new Happened(number), Guid.Empty);
            await context.SaveChangesAsync(Token);
        });

        var published = string.Join(',', Enumerable.Range(0, 40));
        Assert.Equal(published, await instance.SqlAsync("select string_agg(payload->>'number', ',' order by id) from messaging.event"));
        Assert.Equal(
            published,
            await instance.SqlAsync("select string_agg(e.payload->>'number', ',' order by d.id) from messaging.delivery d join messaging.event e on e.id = d.event_id where d.consumer = 'probe.first'"));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_publishes_nothing()
    {
        var id = Guid.CreateVersion7();
        await instance.InScopeAsync(async context =>
        {
            context.Add(new Thing { Id = id, Name = "en" });
            await context.SaveChangesAsync(Token);
        });

        await instance.InScopeAsync(async first =>
        {
            var mine = await first.Set<Thing>().SingleAsync(Token);
            await instance.InScopeAsync(async second =>
            {
                (await second.Set<Thing>().SingleAsync(Token)).Name = "två";
                await second.SaveChangesAsync(Token);
            });
            mine.Name = "tre";
            first.Publish(new Happened(1), id);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync(Token));
        });

        Assert.Equal("0 0 0 0", await CountsAsync());
    }

    private async Task<object?> CountsAsync() => await instance.SqlAsync(
        "select format('%s %s %s %s', (select count(*) from messaging.event), (select count(*) from messaging.delivery), (select count(*) from audit.entry), (select count(*) from mail.message))");

    private sealed class NoEffect : IdeSluss.Sdk.Events.IEventHandler<Happened>
    {
        public Task HandleAsync(Happened message, IdeSluss.Sdk.Events.Delivery delivery, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
