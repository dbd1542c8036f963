using System.Diagnostics;
using IdeSluss.Platform.Postgres;

namespace IdeSluss.Platform.Tests.Faults;

/// <summary>A disk of some kilobytes in memory, to be filled. Only root may make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder;

    private SmallDisk(TemporaryFolder folder) => this.folder = folder;

    public string Path => System.IO.Path.Combine(folder.Path, "disk");

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <returns>Null where it may not be made.</returns>
    public static SmallDisk? TryMake(int kilobytes)
    {
        var disk = new SmallDisk(new());
        Directory.CreateDirectory(disk.Path);
        if (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k,mode=0755", "tmpfs", disk.Path)) return disk;
        disk.folder.Dispose();
        return null;
    }

    public Task GiveToServerAsync() => ServerAccount.OwnAsync(Path, CancellationToken.None);

    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            // Full: what was wanted.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
