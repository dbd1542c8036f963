using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Postgres;

/// <summary>Where the embedded server keeps things.</summary>
internal sealed class ServerFolder
{
    /// <summary>A Unix socket's path has at most 107 bytes.</summary>
    private const int LongestSocketFolder = 107 - 14;

    private ServerFolder(string root) => Root = root;

    public string Root { get; }

    public string Cluster => Path.Combine(Root, "cluster");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public string Log => Path.Combine(Root, "server.log");

    /// <summary>A named pipe that every host holds open for writing: when the last one ends, however it ends, the server reads end of file and stops.</summary>
    public string Alive => Path.Combine(Root, "alive");

    public string Socket { get; private set; } = "";

    public static async Task<ServerFolder> MakeAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            if (!Directory.Exists(options.Folder) && !ServerAccount.CanReach(options.Folder)) PutElsewhere(options, log);
            var made = Directory.CreateDirectory(options.Folder);
            var folder = new ServerFolder(made.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? made.FullName);
            await folder.OwnAsync(cancellationToken);
            folder.Socket = await folder.MakeSocketFolderAsync(cancellationToken);
            if (!File.Exists(folder.Alive)) await ServerAccount.RunOrThrowAsync("mkfifo", ["-m", "600", folder.Alive], asServer: true, cancellationToken);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PostgresFailure.From($"{options.Folder} cannot be used", error is UnauthorizedAccessException ? $"Permission denied: {error.Message}" : error.Message);
        }
    }

    /// <summary>The process id in <c>postmaster.pid</c> when that process lives, is a server and serves this folder.</summary>
    public int? LiveServer() => LiveServer(PidFile);

    public static int? LiveServer(string pidFile)
    {
        try
        {
            var ours = File.ReadAllText(pidFile);
            if (!int.TryParse(ours.Split('\n')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) return null;
            // Through the process's own working folder: it is the same file only if that process serves this folder.
            var theirs = File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid");
            return theirs.Split('\n')[0] == ours.Split('\n')[0] && File.ReadAllText($"/proc/{pid}/comm").StartsWith("postgres", StringComparison.Ordinal) ? pid : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Where the live server listens, by its own word: it may have been started through another path to this folder.</summary>
    public string LiveSocket()
    {
        var lines = File.ReadAllText(PidFile).Split('\n');
        return lines.Length > 4 && lines[4].Length > 0 ? lines[4] : Socket;
    }

    private static void PutElsewhere(EmbeddedPostgresOptions options, ILogger log)
    {
        var target = Path.Combine(options.ReachableFolder, "data-" + Short(options.Folder));
        log.LogInformation("PostgreSQL runs as another user than root, which cannot reach {Folder}: the data is kept in {Target}, with a link to it", options.Folder, target);
        Directory.CreateDirectory(target);
        File.CreateSymbolicLink(options.Folder, target);
    }

    private async Task OwnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ServerAccount.OwnAsync(Root, cancellationToken);
        }
        catch (EmbeddedPostgresException) when (LiveServer() is not null)
        {
            // A running server's own files come and go while the folder is walked; it runs, so the folder is already its own.
        }
    }

    private async Task<string> MakeSocketFolderAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, "socket");
        if (Encoding.UTF8.GetByteCount(folder) > LongestSocketFolder)
        {
            folder = Path.Combine("/tmp", $"idesluss-{Short(Root + Environment.UserName)}");
            // Someone else could have laid a link there to lead us astray.
            if (new DirectoryInfo(folder).LinkTarget is not null) throw new EmbeddedPostgresException($"{folder} is a link, but must be a folder of this user's own. Remove it.");
        }

        Directory.CreateDirectory(folder);
        await ServerAccount.OwnAsync(folder, cancellationToken);
        return folder;
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
