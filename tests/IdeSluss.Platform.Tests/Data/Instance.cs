using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Data;
using IdeSluss.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace IdeSluss.Platform.Tests.Data;

/// <summary>The data half of a host: container, prepared database, and the probe module.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly TestDatabase? own;
    private readonly TemporaryFolder folder;
    private readonly List<IHostedService> started = [];

    private Instance(ServiceProvider services, TestDatabase? own, TemporaryFolder folder)
    {
        this.services = services;
        this.own = own;
        this.folder = folder;
    }

    public IServiceProvider Services => services;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <param name="database">Null makes one that goes away with the instance.</param>
    public static async Task<Instance> StartAsync(
        TestDatabase? database = null,
        Action<Contributions>? declare = null,
        Action<IServiceCollection>? register = null,
        Func<PlatformDataOptions, PlatformDataOptions>? with = null,
        bool prepare = true)
    {
        var own = database is not null ? null : prepare ? await TestDatabase.CopyAsync("platform alone", FillAsync) : await TestDatabase.CreateEmptyAsync();
        var contributions = new Contributions();
        contributions.Databases.Add(new("probe", typeof(ProbeDbContext)));
        contributions.Events.Add(new("probe.happened.v1", typeof(Happened)));
        declare?.Invoke(contributions);

        var folder = new TemporaryFolder();
        var options = new PlatformDataOptions { ConnectionString = (database ?? own)!.ConnectionString, DataFolder = folder.Path, ContentRoot = AppContext.BaseDirectory, RunJobs = false };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<IdeSluss.Sdk.Security.CurrentUser>();
        register?.Invoke(services);
        services.AddPlatformData(contributions, with?.Invoke(options) ?? options);
        var instance = new Instance(services.BuildServiceProvider(), own, folder);
        await instance.Get<DatabaseServer>().StartAsync(Token);
        if (prepare) await instance.PrepareAsync();
        return instance;
    }

    /// <summary>The template that instances copy: the platform's tables and the probe's, and nothing in them.</summary>
    private static async Task FillAsync(string connectionString)
    {
        await using var filling = await StartAsync(with: options => options with { ConnectionString = connectionString }, prepare: false);
        await filling.PrepareAsync();
    }

    public async Task PrepareAsync()
    {
        await Get<DatabasePreparation>().RunAsync(services, Token);
        await ProbeDbContext.CreateTablesAsync(services, Token);
    }

    /// <summary>Starts the background workers.</summary>
    public async Task RunAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(Token);
            started.Add(service);
        }
    }

    public async Task<T> InScopeAsync<T>(Func<ProbeDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ProbeDbContext>());
    }

    public async Task InScopeAsync(Func<ProbeDbContext, Task> work) =>
        await InScopeAsync<object?>(async context =>
        {
            await work(context);
            return null;
        });

    public async Task<object?> SqlAsync(string sql)
    {
        await using var command = Get<DatabaseServer>().DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in started) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
        folder.Dispose();
    }
}
