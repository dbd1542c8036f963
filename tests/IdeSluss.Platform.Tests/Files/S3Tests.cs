using System.Net;
using IdeSluss.Platform.Files;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.TestKit.Outside;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

public sealed class S3Tests : FilesInstance
{
    private S3Server server = null!;

    private protected override FileStoreOptions Options => new() { Folder = Folder, KeepFree = 0, S3 = new(server.Address, "filer", "eu-north-1", "key", "secret", "idesluss") };

    public override async ValueTask InitializeAsync()
    {
        server = await S3Server.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_stored_read_from_any_place_verified_and_removed()
    {
        var file = await SavedAsync(Samples.Picture(900, 600), FileRules.Pictures);
        Assert.True(await KeepAsync(file));
        Assert.Equal(2, server.Objects.Count);
        Assert.Empty(OnDisk);
        var all = await ReadAsync(file);
        Assert.Equal(server.Objects[$"idesluss/{file.Id:N}"], all);

        await using (var stream = (await Instance.Get<IFileStore>().OpenAsync(file.Id.ToString("N"), file.Length, Token))!)
        {
            var part = new byte[100];
            stream.Position = 200;
            await stream.ReadExactlyAsync(part, Token);
            Assert.Equal(all[200..300], part);
            stream.Seek(-100, SeekOrigin.End);
            await stream.ReadExactlyAsync(part, Token);
            Assert.Equal(all[^100..], part);
            Assert.Equal(0, await stream.ReadAsync(part, Token));
        }

        await RunAsync<VerifyFiles>();
        Assert.Equal(DBNull.Value, await Instance.SqlAsync("select damage from files.file"));
        await ReleaseAsync(file);
        Time.Advance(TimeSpan.FromDays(31));
        await RunAsync<RemoveFilesNobodyKeeps>();
        Assert.Empty(server.Objects);
    }

    [Fact]
    public async Task A_missing_object_is_damage_and_a_store_in_trouble_is_not()
    {
        var file = await SavedAsync(Samples.Pdf, FileRules.Documents);
        await KeepAsync(file);
        server.Trouble = HttpStatusCode.BadRequest;
        await Assert.ThrowsAsync<FileUnavailableException>(() => RunAsync<VerifyFiles>());
        await Assert.ThrowsAsync<FileUnavailableException>(() => ReadAsync(file));
        Assert.True((await SaveAsync(Samples.Pdf, FileRules.Documents)).Failed(out var problem, out _));
        Assert.Equal(ProblemKind.Unavailable, problem!.Kind);
        Assert.Contains(await Instance.Get<FileHealth>().CheckAsync(Token), part => !part.Ready);
        Assert.Equal(DBNull.Value, await Instance.SqlAsync($"select damage from files.file where id = '{file.Id}'"));

        server.Trouble = null;
        server.Objects.Clear();
        await RunAsync<VerifyFiles>();
        Assert.Equal("Missing", await Instance.SqlAsync($"select damage from files.file where id = '{file.Id}'"));
    }
}
