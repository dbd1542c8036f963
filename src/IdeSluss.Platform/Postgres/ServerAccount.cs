using System.ComponentModel;
using System.Diagnostics;

namespace IdeSluss.Platform.Postgres;

/// <summary>
/// The account that PostgreSQL runs as: ours, or <c>nobody</c> when we are root, because PostgreSQL refuses root.
/// </summary>
internal static class ServerAccount
{
    private const string Unprivileged = "nobody";

    public static bool IsSomeoneElse { get; } = Environment.IsPrivilegedProcess;

    /// <summary>True when the server's account can walk to the folder and read it.</summary>
    public static bool CanReach(string folder)
    {
        if (!IsSomeoneElse || OperatingSystem.IsWindows()) return true;
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
            if (parent.Exists && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }

    public static bool CanRead(string file) => !IsSomeoneElse || OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

    /// <summary>Gives a folder and all below it to the server's account, for it alone.</summary>
    public static async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows()) throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux only. Set ConnectionStrings:IdeSluss to use one of your own (15 or newer).");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (IsSomeoneElse) await RunOrThrowAsync("chown", ["-R", Unprivileged, folder], asServer: false, cancellationToken);
    }

    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments, bool asServer)
    {
        // From the root folder: the current one may be out of the server account's reach.
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" };
        if (asServer && IsSomeoneElse) start.UserName = Unprivileged;
        // A caller's own PostgreSQL settings must not steer this server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <exception cref="EmbeddedPostgresException">The program is missing or failed.</exception>
    public static async Task RunOrThrowAsync(string program, IEnumerable<string> arguments, bool asServer, CancellationToken cancellationToken)
    {
        var start = Command(program, arguments, asServer);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0) throw PostgresFailure.From($"{Path.GetFileName(program)} failed", await errors + await output);
        }
        catch (Win32Exception error)
        {
            throw new EmbeddedPostgresException($"{program} cannot be started: {error.Message}.", error);
        }
    }
}
