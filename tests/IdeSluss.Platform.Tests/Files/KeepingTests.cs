using IdeSluss.Platform.Files;
using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Platform.Tests.Faults;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

/// <summary>The way of a file from upload to removal.</summary>
public sealed class KeepingTests : FilesInstance
{
    [Fact]
    public async Task Only_kept_files_are_found_and_what_nobody_keeps_is_gone_after_a_day()
    {
        var (kept, unkept) = (await SavedAsync(Samples.Pdf, FileRules.Documents), await SavedAsync(Samples.Picture(900, 600), FileRules.Pictures));
        Assert.True(await KeepAsync(kept));
        Assert.NotNull(await FindAsync(kept));
        Assert.Null(await FindAsync(unkept));

        await RunAsync<RemoveFilesNobodyKeeps>();
        Assert.Equal(3, OnDisk.Count);
        Time.Advance(TimeSpan.FromHours(25));
        await RunAsync<RemoveFilesNobodyKeeps>();

        Assert.Null(await StateAsync(unkept.Id));
        Assert.EndsWith(kept.Id.ToString("N"), Assert.Single(OnDisk), StringComparison.Ordinal);
        Assert.Equal(Samples.Pdf, await ReadAsync(kept));
        Assert.False(await KeepAsync(unkept));
    }

    [Fact]
    public async Task A_released_file_can_be_kept_again_for_thirty_days()
    {
        var file = await SavedAsync(Samples.Pdf, FileRules.Documents);
        await KeepAsync(file);
        await ReleaseAsync(file);
        Assert.Null(await FindAsync(file));

        Time.Advance(TimeSpan.FromDays(29));
        await RunAsync<RemoveFilesNobodyKeeps>();
        Assert.True(await KeepAsync(file));
        await ReleaseAsync(file);
        Time.Advance(TimeSpan.FromDays(31));
        await RunAsync<RemoveFilesNobodyKeeps>();
        Assert.Empty(OnDisk);
    }

    [Fact]
    public async Task Of_two_who_keep_the_same_file_one_gets_it()
    {
        var file = await SavedAsync(Samples.Pdf, FileRules.Documents);
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                return await KeepAsync(file);
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }));
        Assert.Single(kept, won => won);
    }

    [Fact]
    public async Task A_crash_between_row_and_bytes_leaves_nothing_after_a_day()
    {
        var file = await SavedAsync(Samples.Pdf, FileRules.Documents);
        await Instance.SqlAsync($"update files.file set state = 'Receiving' where id = '{file.Id}'");
        Assert.False(await KeepAsync(file));
        File.Delete(Assert.Single(OnDisk));

        Time.Advance(TimeSpan.FromHours(25));
        await RunAsync<RemoveFilesNobodyKeeps>();
        Assert.Null(await StateAsync(file.Id));
    }

    [Fact]
    public async Task Changed_and_missing_files_are_found_and_well_again_once_restored()
    {
        var (changed, missing) = (await SavedAsync(Samples.Pdf, FileRules.Documents), await SavedAsync(Samples.Docx(), FileRules.Documents));
        await KeepAsync(changed);
        await KeepAsync(missing);
        var (changedPath, missingPath) = (PathOf(changed), PathOf(missing));
        await RunAsync<VerifyFiles>();
        Assert.Empty((await DamagedAsync()).Items);

        await File.WriteAllBytesAsync(changedPath, [1, 2, 3], Token);
        File.Delete(missingPath);
        Time.Advance(TimeSpan.FromDays(31));
        await RunAsync<VerifyFiles>();
        Assert.Equal(2, (await DamagedAsync()).Items.Count);
        await Assert.ThrowsAsync<FileUnavailableException>(() => ReadAsync(missing));

        await File.WriteAllBytesAsync(changedPath, Samples.Pdf, Token);
        await RunAsync<VerifyFiles>();
        Assert.Equal(missing.Id, Assert.Single((await DamagedAsync()).Items).Id);
    }

    private Task<Page<DamagedFile>> DamagedAsync() => InScopeAsync(services => ((FileAdmin)services.GetService(typeof(FileAdmin))!).DamagedAsync(null, Token));

    private string PathOf(StoredFile file) => OnDisk.Single(path => path.EndsWith(file.Id.ToString("N"), StringComparison.Ordinal));
}

public sealed class FullDiskTests : FilesInstance
{
    private protected override FileStoreOptions Options => new() { Folder = Folder, KeepFree = long.MaxValue };

    [Fact]
    public async Task A_full_disk_is_said_plainly()
    {
        Assert.True((await SaveAsync(Samples.Pdf, FileRules.Documents)).Failed(out var problem, out _));
        Assert.Equal(ProblemKind.Unavailable, problem!.Kind);
        Assert.StartsWith("Det finns inte plats", problem.Errors[0].Message.Key, StringComparison.Ordinal);
    }
}

/// <summary>The folder of files is another machine's, and that machine goes away.</summary>
public sealed class StoreGoneTests : FilesInstance
{
    [Fact]
    public async Task A_store_that_is_gone_loses_nothing_is_told_and_is_used_again_when_it_is_back()
    {
        var file = await SavedAsync(Samples.Pdf, FileRules.Documents);
        await KeepAsync(file);
        var elsewhere = Folder + "-elsewhere";
        Directory.Move(Folder, elsewhere);
        // What is left where a folder was mounted.
        Directory.CreateDirectory(Folder);

        Assert.Equal("Filen gick inte att spara just nu. Försök igen om en stund.", await RefusedAsync(Samples.Pdf, FileRules.Documents));
        await Assert.ThrowsAsync<FileUnavailableException>(() => ReadAsync(file));
        Assert.Equal("files", Assert.Single(await Instance.Get<FileHealth>().CheckAsync(Token), part => !part.Ready).Name);
        await Assert.ThrowsAsync<FileUnavailableException>(() => RunAsync<VerifyFiles>());
        Assert.Equal(DBNull.Value, await Instance.SqlAsync("select damage from files.file where state = 'Kept'"));
        Assert.Empty(OnDisk);

        Directory.Delete(Folder, recursive: true);
        Directory.Move(elsewhere, Folder);
        Assert.Equal(Samples.Pdf, await ReadAsync(file));
        await SavedAsync(Samples.Pdf, FileRules.Documents);
        Assert.DoesNotContain(await Instance.Get<FileHealth>().CheckAsync(Token), part => !part.Ready);
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_a_file_comes_in_keeps_nothing_of_it_and_all_that_was_there()
    {
        using var disk = SmallDisk.TryMake(500);
        Assert.SkipWhen(disk is null, "Only root may make a small disk.");
        await using var full = await Instance.StartAsync(with: options => options with { Files = new() { Folder = disk.Path, KeepFree = 0 } });
        byte[] large = [.. Samples.Pdf, .. new byte[700_000]];
        await using var scope = full.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<IFiles>();

        Assert.True((await files.SaveAsync(new("file", "stor.pdf", new MemoryStream(large)), FileRules.Documents, Token)).Failed(out var problem, out _));
        Assert.StartsWith("Det finns inte plats", problem!.Errors[0].Message.Key, StringComparison.Ordinal);
        Assert.Equal([FolderStore.Mark], Directory.EnumerateFiles(disk.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        Assert.False((await files.SaveAsync(new("file", "liten.pdf", new MemoryStream(Samples.Pdf)), FileRules.Documents, Token)).Failed(out _, out _));
    }
}

/// <summary>Apart from those that need a database each.</summary>
public sealed class FileSettingTests
{
    [Theory]
    [InlineData("KeepFreeMegabytes", "mycket")]
    [InlineData("Scanner:Port", "70000", "Scanner:Host", "clam")]
    [InlineData("S3:Address", "s3.example.se", "S3:Bucket", "filer")]
    [InlineData("S3:Address", "https://s3.example.se")]
    [InlineData("S3:AccessKey", "a", "S3:Bucket", "filer", "S3:Address", "https://s3.example.se")]
    public void A_setting_that_cannot_be_used_is_named_at_start(params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Chunk(2).ToDictionary(pair => "IdeSluss:Files:" + pair[0], pair => (string?)pair[1])).Build();
        Assert.StartsWith("IdeSluss:Files:", Assert.Throws<StartUpException>(() => FileStoreOptions.From(configuration, "/nowhere")).Message, StringComparison.Ordinal);
    }
}
