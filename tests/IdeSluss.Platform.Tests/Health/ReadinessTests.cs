using IdeSluss.Platform.Health;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace IdeSluss.Platform.Tests.Health;

public sealed class ReadinessTests
{
    /// <summary>The database's part is tried where the database is (Faults); that of files and of the scanner with the store.</summary>
    [Fact]
    public async Task Each_part_that_is_not_ready_is_named_with_its_reason()
    {
        await using var instance = await Instance.StartAsync();
        var readiness = ActivatorUtilities.CreateInstance<Readiness>(instance.Services);
        Assert.Equal(["migrations: migrations and seeding have not finished", "dispatcher: has not started"], await NotReadyAsync());
        readiness.DatabaseIsPrepared();
        await instance.RunAsync();
        Assert.Empty(await NotReadyAsync());
        await instance.Services.GetServices<IHostedService>().OfType<DispatcherService>().Single().StopAsync(Instance.Token);
        Assert.Equal(["dispatcher: has stopped"], await NotReadyAsync());

        async Task<IEnumerable<string>> NotReadyAsync() => (await readiness.CheckAsync(Instance.Token)).Where(part => !part.Ready).Select(part => $"{part.Name}: {part.Reason}");
    }
}
