using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

/// <summary>The data half of a host with its file store, and a clock that the test moves.</summary>
public class FilesInstance : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Instance? instance;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public string Folder => folder.Path;

    private protected Instance Instance => instance!;

    private protected virtual FileStoreOptions Options => new() { Folder = folder.Path, KeepFree = 0 };

    public virtual async ValueTask InitializeAsync() => instance = await Instance.StartAsync(
        register: services => services.AddSingleton<TimeProvider>(Time),
        with: options => options with { Files = Options });

    public virtual async ValueTask DisposeAsync()
    {
        await Instance.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<Outcome<StoredFile>> SaveAsync(byte[] content, FileRules rules, string name = "x") => SaveAsync(new MemoryStream(content), rules, name);

    public Task<Outcome<StoredFile>> SaveAsync(Stream content, FileRules rules, string name = "x") =>
        InScopeAsync(services => services.GetRequiredService<IFiles>().SaveAsync(new("file", name, content), rules, Token));

    public async Task<StoredFile> SavedAsync(byte[] content, FileRules rules, string name = "x")
    {
        Assert.False((await SaveAsync(content, rules, name)).Failed(out var problem, out var file), problem?.Errors[0].Message.Key);
        return file!;
    }

    public async Task<string> RefusedAsync(byte[] content, FileRules rules, string name = "x")
    {
        Assert.True((await SaveAsync(content, rules, name)).Failed(out var problem, out _));
        return Assert.Single(problem!.Errors).Message.Key;
    }

    public async Task<bool> KeepAsync(StoredFile file) => await Instance.InScopeAsync(async context =>
    {
        if (!await context.KeepFileAsync(file.Id, "probe.picture", Time.GetUtcNow(), Token)) return false;
        await context.SaveChangesAsync(Token);
        return true;
    });

    public Task ReleaseAsync(StoredFile file) => Instance.InScopeAsync(async context =>
    {
        Assert.True(await context.ReleaseFileAsync(file.Id, Time.GetUtcNow(), Token));
        await context.SaveChangesAsync(Token);
    });

    public Task<StoredFile?> FindAsync(StoredFile file) => InScopeAsync(services => services.GetRequiredService<IFiles>().FindAsync(file.Id, Token));

    public Task<byte[]> ReadAsync(StoredFile file, PictureSize size = PictureSize.Full) => InScopeAsync(async services =>
    {
        await using var stream = await services.GetRequiredService<IFiles>().OpenAsync(file, size, Token);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        return copy.ToArray();
    });

    public Task RunAsync<TTask>() where TTask : IScheduledTask => InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<TTask>(services).RunAsync(Token);
        return true;
    });

    public async Task<string?> StateAsync(Guid id) => (string?)await Instance.SqlAsync($"select state from files.file where id = '{id}'");

    /// <summary>Every stored file but those on their way in.</summary>
    public IReadOnlyList<string> OnDisk => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != FolderStore.Mark)];

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Instance.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;
}
