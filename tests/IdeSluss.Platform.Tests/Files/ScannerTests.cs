using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IdeSluss.Platform.Files;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

public sealed class ScannerTests : FilesInstance
{
    private readonly TcpListener daemon = new(IPAddress.Loopback, 0);

    private protected override FileStoreOptions Options => new() { Folder = Folder, KeepFree = 0, Scanner = new("127.0.0.1", ((IPEndPoint)daemon.LocalEndpoint).Port) };

    public override ValueTask InitializeAsync()
    {
        daemon.Start();
        _ = ServeAsync();
        return base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        daemon.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_the_rest_is_taken_in()
    {
        await SavedAsync(Samples.Pdf, FileRules.Documents);
        Assert.StartsWith("Filen innehåller skadlig kod", await RefusedAsync([.. Samples.Pdf, .. "EICAR %%EOF"u8], FileRules.Documents), StringComparison.Ordinal);
        Assert.All(await Instance.Get<FileHealth>().CheckAsync(Token), part => Assert.True(part.Ready));
    }

    [Fact]
    public async Task Nothing_is_taken_in_while_the_scanner_does_not_answer()
    {
        daemon.Stop();
        Assert.True((await SaveAsync(Samples.Pdf, FileRules.Documents)).Failed(out var problem, out _));
        Assert.Equal(ProblemKind.Unavailable, problem!.Kind);
        Assert.StartsWith("Filen gick inte att kontrollera", problem.Errors[0].Message.Key, StringComparison.Ordinal);
        var part = Assert.Single(await Instance.Get<FileHealth>().CheckAsync(Token), part => !part.Ready);
        Assert.Equal(("scanner", false), (part.Name, part.Needed));
        Assert.Empty(OnDisk);
    }

    /// <summary>Speaks clamd's protocol: zPING, and zINSTREAM with sized chunks that end with an empty one.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await daemon.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var command = new StringBuilder();
                while (stream.ReadByte() is > 0 and var letter) command.Append((char)letter);
                await stream.WriteAsync(Encoding.ASCII.GetBytes((command.ToString() == "zPING" ? "PONG" : await ScanAsync(stream)) + "\0"));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
        {
            // The test stopped it.
        }
    }

    private static async Task<string> ScanAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        var size = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(size);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(size)];
            if (chunk.Length == 0) break;
            await stream.ReadExactlyAsync(chunk);
            all.Write(chunk);
        }

        return Encoding.Latin1.GetString(all.ToArray()).Contains("EICAR", StringComparison.Ordinal) ? "stream: Eicar-Signature FOUND" : "stream: OK";
    }
}
