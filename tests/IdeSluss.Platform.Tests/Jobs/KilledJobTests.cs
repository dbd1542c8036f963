using System.Globalization;
using IdeSluss.Platform.Jobs;
using IdeSluss.Sdk.Jobs;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Platform.Tests.Jobs;

/// <summary>Two instances of the same content. In one each task runs as it should; in the other it is killed before and after everything that it keeps, as often as there is something.</summary>
public sealed class KilledJobTests
{
    private const int Most = 2;

    private static readonly TestHostOptions Autumn = new() { ClockStandsAt = new DateTimeOffset(2026, 10, 14, 8, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task Every_task_that_is_killed_at_each_thing_it_keeps_ends_as_one_that_was_left_alone()
    {
        await using var undisturbed = await TestHost.StartAsync(Autumn);
        await using var killed = await TestHost.StartAsync(Autumn);
        var (tasks, wrong) = (undisturbed.Services.GetRequiredService<JobCatalogue>().All, new List<string>());
        var kills = new Dictionary<string, int>();
        // Long enough for reminders, deadlines and drafts that are thrown away.
        foreach (var host in new[] { undisturbed, killed }) await host.AdvanceAsync(TimeSpan.FromDays(40));
        foreach (var task in tasks)
        {
            await RunAsync(undisturbed, task.Key);
            // Some have something to keep each time they run.
            for (var kill = 0; kill < Most && await DyingProcess.RunAsync(beforeItIsKept: true, () => RunAsync(killed, task.Key)) && await DyingProcess.RunAsync(beforeItIsKept: false, () => RunAsync(killed, task.Key)); kill++)
                kills[task.Key] = kills.GetValueOrDefault(task.Key) + 1;
            await RunAsync(killed, task.Key);
        }

        foreach (var host in new[] { undisturbed, killed }) await host.MessagesSettledAsync();
        var (should, actual) = (await RowsAsync(undisturbed), await RowsAsync(killed));
        wrong.AddRange(should.Where(table => actual[table.Key] != table.Value).Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} has {actual[table.Key]} rows, and {table.Value} where nothing was killed")));
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(kills.Count >= 6 && kills.Values.Sum() >= 8, string.Join(", ", kills));
    }

    private static Task RunAsync(TestHost host, string key) => host.InScopeAsync(services =>
        ((IScheduledTask)ActivatorUtilities.GetServiceOrCreateInstance(services, services.GetRequiredService<JobCatalogue>().Find(key)!.TaskType)).RunAsync(TestContext.Current.CancellationToken));

    /// <summary>How many rows each table has. How many seals the audit log and what a request leaves have got is a matter of time.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> RowsAsync(TestHost host)
    {
        var tables = await host.Database.ListAsync<string>("select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'quartz') and table_name not like '%seal%' order by 1");
        var counted = await host.Database.ListAsync<string>(string.Join(" union all ", tables.Select(table => $"select '{table} ' || count(*) from {table}")));
        return counted.Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
