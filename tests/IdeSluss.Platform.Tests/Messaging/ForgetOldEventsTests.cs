using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IdeSluss.Platform.Tests.Messaging;

public sealed class ForgetOldEventsTests
{
    [Fact]
    public async Task Delivered_events_go_after_ninety_days_and_awaited_ones_stay()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        await using var instance = await Instance.StartAsync(register: services => services.AddSingleton<TimeProvider>(time));
        await PublishAsync(instance, 1);
        await instance.SqlAsync("insert into messaging.delivery (event_id, consumer, stream, not_before, attempt) select id, 'gone', stream, now(), 0 from messaging.event");
        await PublishAsync(instance, 2);
        time.Advance(TimeSpan.FromDays(89));
        await PublishAsync(instance, 3);
        time.Advance(TimeSpan.FromDays(2));

        await ActivatorUtilities.CreateInstance<ForgetOldEvents>(instance.Services).RunAsync(Instance.Token);

        Assert.Equal("1,3", await instance.SqlAsync("select string_agg(payload->>'number', ',' order by occurred_at) from messaging.event"));
    }

    private static Task PublishAsync(Instance instance, int number) => instance.InScopeAsync(async context =>
    {
        context.Publish(new Happened(number), Guid.CreateVersion7());
        await context.SaveChangesAsync(Instance.Token);
    });
}
