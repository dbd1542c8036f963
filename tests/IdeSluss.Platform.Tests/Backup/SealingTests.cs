using System.Diagnostics;
using System.Security.Cryptography;
using IdeSluss.Platform.Backup;
using Xunit;

namespace IdeSluss.Platform.Tests.Backup;

/// <summary>The program <c>age</c> as it is called; that a backup goes through what seals it, GnuPG shows.</summary>
public sealed class SealingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_age_has_sealed_is_opened_with_its_key_file_and_with_no_other()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/age"), "age is not installed.");
        var (own, recipient) = await KeyAsync("own");
        var (other, _) = await KeyAsync("other");
        var content = RandomNumberGenerator.GetBytes(300_000);
        var sealedFile = Path.Combine(folder.Path, "kopia.zip.age");
        await using (var sealing = Sealing.WithAge(recipient))
        await using (var file = File.Create(sealedFile))
        {
            await using (var into = sealing.Start(file)) await into.WriteAsync(content, Token);
            await sealing.FinishAsync(Token);
        }

        Assert.Equal(content, await OpenAsync(sealedFile, own));
        Assert.Contains("age kunde inte", (await Assert.ThrowsAsync<BackupException>(() => OpenAsync(sealedFile, other))).Message, StringComparison.Ordinal);
        Assert.Contains("--identity", Assert.Throws<BackupException>(() => Sealing.Opening(sealedFile, null)).Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> OpenAsync(string path, string identity)
    {
        await using var opening = Sealing.Opening(path, identity)!;
        await using var file = File.OpenRead(path);
        using var opened = new MemoryStream();
        await opening.Read(file).CopyToAsync(opened, Token);
        await opening.FinishAsync(Token);
        return opened.ToArray();
    }

    private async Task<(string File, string Recipient)> KeyAsync(string name)
    {
        var file = Path.Combine(folder.Path, name);
        using var made = Process.Start(new ProcessStartInfo("age-keygen", ["-o", file]) { RedirectStandardError = true })!;
        await made.WaitForExitAsync(Token);
        return (file, (await File.ReadAllLinesAsync(file, Token)).Single(line => line.StartsWith("# public key: ", StringComparison.Ordinal))[14..]);
    }
}
