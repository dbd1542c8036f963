using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Seeding;
using IdeSluss.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Platform.Tests.Data;

public sealed class PreparationTests
{
    [Fact]
    public async Task Four_replicas_may_prepare_one_empty_database_at_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Instance.StartAsync(database, contributions => contributions.Seeders.Add(typeof(CountingSeeder)), prepare: false)));

        await Task.WhenAll(replicas.Select(replica => replica.Get<DatabasePreparation>().RunAsync(replica.Services, Instance.Token)));

        await using var scope = replicas[0].Services.CreateAsyncScope();
        var migrations = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database.GetMigrations().LongCount();
        Assert.Equal(migrations, await replicas[0].SqlAsync("select count(*) from platform.__ef_migrations_history"));
        Assert.Equal(1L, await replicas[0].SqlAsync("select count(*) from platform.instance_secret"));
        foreach (var replica in replicas) await replica.DisposeAsync();
    }

    [Fact]
    public async Task Seeders_run_in_order_when_a_build_starts_for_the_first_time_and_demo_seeders_once()
    {
        var log = new SeedLog();
        await using var instance = await Instance.StartAsync(
            declare: contributions =>
            {
                contributions.Seeders.AddRange([typeof(CountingSeeder), typeof(EarlySeeder)]);
                contributions.DemoSeeders.Add(typeof(DemoSeeder));
            },
            register: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, log),
            with: options => options with { Demo = true });

        Assert.Equal(["early", "counting", "demo"], log.Names);
        await instance.PrepareAsync();
        Assert.Equal(["early", "counting", "demo"], log.Names);
        // As another build finds it.
        await instance.SqlAsync("update platform.seeding set name = 'prepared:by-another' where name like 'prepared:%'");
        await instance.PrepareAsync();
        Assert.Equal(["early", "counting", "demo", "early", "counting"], log.Names);
        Assert.Equal(1L, await instance.SqlAsync("select count(*) from platform.seeding where name like 'prepared:%'"));
    }

    [Fact]
    public async Task An_instance_without_demo_gets_no_demo_content()
    {
        var log = new SeedLog();
        await using var instance = await Instance.StartAsync(
            declare: contributions => contributions.DemoSeeders.Add(typeof(DemoSeeder)),
            register: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, log));

        Assert.Empty(log.Names);
    }

    [Fact]
    public async Task A_plan_shows_the_steps_and_the_locks_they_take_and_changes_nothing()
    {
        await using var instance = await Instance.StartAsync(prepare: false);
        var plan = await PlanAsync(instance);
        Assert.Equal(["InitialPlatform", "AddFiles", "AddMailTraces"], plan.Select(step => step.Migration[15..]));
        Assert.All(plan, step => Assert.Empty(step.Locks));
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from information_schema.tables where table_schema = 'platform'"));

        await instance.PrepareAsync();
        Assert.Empty(await PlanAsync(instance));
        // As a database that is one step behind, with a table in its way.
        await instance.SqlAsync("delete from platform.__ef_migrations_history where \"MigrationId\" like '%AddFiles'; drop table files.file");
        var behind = Assert.Single(await PlanAsync(instance));
        Assert.Contains("CREATE TABLE files.file", behind.Sql, StringComparison.Ordinal);
        Assert.False(behind.TakesAway);
        Assert.Equal(0L, await instance.SqlAsync("select count(*) from information_schema.tables where table_schema = 'files'"));
    }

    [Fact]
    public async Task A_database_that_a_newer_version_has_added_to_is_used_and_one_that_it_has_taken_from_is_refused()
    {
        await using var instance = await Instance.StartAsync();
        await instance.SqlAsync("insert into platform.__ef_migrations_history values ('29990101000000_AddLater', '10.0.0')");
        await instance.PrepareAsync();
        await instance.SqlAsync("insert into platform.seeding (name, at) values ('contract:platform:29990101000000_AddLater', now())");
        var refused = await Assert.ThrowsAsync<IdeSluss.Platform.Hosting.StartUpException>(instance.PrepareAsync);
        Assert.Contains("Databasen är nyare än programmet: 29990101000000_AddLater", refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<PlannedStep>> PlanAsync(Instance instance) => ActivatorUtilities.CreateInstance<MigrationPlan>(instance.Services).ReadAsync(instance.Services, Instance.Token);

    internal sealed class SeedLog
    {
        public List<string> Names { get; } = [];
    }

    internal sealed class CountingSeeder(SeedLog? log = null) : ISeeder
    {
        public int Order => 100;

        public Task SeedAsync(CancellationToken cancellationToken)
        {
            log?.Names.Add("counting");
            return Task.CompletedTask;
        }
    }

    internal sealed class EarlySeeder(SeedLog log) : ISeeder
    {
        public Task SeedAsync(CancellationToken cancellationToken)
        {
            log.Names.Add("early");
            return Task.CompletedTask;
        }
    }

    internal sealed class DemoSeeder(SeedLog log) : ISeeder
    {
        public Task SeedAsync(CancellationToken cancellationToken)
        {
            log.Names.Add("demo");
            return Task.CompletedTask;
        }
    }
}
