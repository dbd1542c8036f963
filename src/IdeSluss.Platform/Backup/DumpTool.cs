using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, of the server's version or newer: an older one refuses the server.</summary>
internal static partial class DumpTool
{
    /// <summary>Where Debian and its kin keep the programs of each version.</summary>
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <exception cref="BackupException">There is none; the message says which is needed.</exception>
    public static async Task<string> FindAsync(string program, int server, CancellationToken cancellationToken)
    {
        var debian = Directory.Exists(DebianFolder)
            ? Directory.EnumerateDirectories(DebianFolder).Select(folder => (Major: int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0, Path: Path.Combine(folder, "bin", program)))
                .Where(one => one.Major >= server && File.Exists(one.Path)).OrderBy(one => one.Major).Select(one => one.Path)
            : [];
        foreach (var candidate in debian.Append(program))
            if (await MajorAsync(candidate, cancellationToken) >= server) return candidate;
        throw new BackupException($"{program} {server} eller nyare saknas. Installera paketet postgresql-client-{server}, eller lägg programmet i PATH.");
    }

    /// <param name="beside">An open connection: where there are several servers, the tool must use the same one.</param>
    /// <exception cref="BackupException">The program says no; the message repeats what it said.</exception>
    public static Task RunAsync(string program, NpgsqlConnection beside, string connectionString, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { Host = beside.Host, Port = beside.Port };
        return RunAsync(program, ["--no-password", "--dbname", Address(connection), .. arguments], connection.Password, cancellationToken);
    }

    /// <summary>What both tools understand, without the password.</summary>
    private static string Address(NpgsqlConnectionStringBuilder connection)
    {
        var parts = new List<(string Name, string? Value)> { ("host", connection.Host), ("port", connection.Port.ToString(CultureInfo.InvariantCulture)), ("dbname", connection.Database), ("user", connection.Username) };
        if (connection.SslMode != SslMode.Prefer) parts.Add(("sslmode", Lower(connection.SslMode)));
        if (connection.RootCertificate is { Length: > 0 } root) parts.Add(("sslrootcert", root));
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}='{part.Value!.Replace(@"\", @"\\").Replace("'", @"\'")}'"));
    }

    private static string Lower(SslMode mode) => mode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => mode.ToString().ToLowerInvariant() };

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, string? password, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (!string.IsNullOrEmpty(password)) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0) throw new BackupException($"{Path.GetFileName(program)} kunde inte: {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task<int> MajorAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return Version().Match(said) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
