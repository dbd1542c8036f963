using System.Globalization;
using System.Reflection;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Commands;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Backup;

/// <summary><c>backup</c> and <c>restore</c>. They run before anything is migrated, so that a backup can be taken just before an upgrade, and beside a host that serves.</summary>
internal static class BackupCommands
{
    public const string BackupUsage = "backup [FIL] [--age MOTTAGARE | --gpg MOTTAGARE]";
    public const string RestoreUsage = "restore FIL [--rehearse] [--identity NYCKELFIL]";

    private const string Ending = ".ideslussen.tar.gz";

    public static async Task<int> BackupAsync(IReadOnlyList<string> arguments, IConfiguration configuration, string contentRoot, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        // The file need not be named.
        var call = new CommandCall(BackupUsage, arguments, Environment.CurrentDirectory, output, errors);
        var named = arguments.Count > 0 && !arguments[0].StartsWith("--", StringComparison.Ordinal);
        if (!call.TryRead(new([], ["--age", "--gpg"], named ? 1 : 0), out var read)) return CommandExit.Usage;
        if (read.Option("--age") is not null && read.Option("--gpg") is not null) throw new BackupException("Välj --age eller --gpg, inte båda.");
        var sealing = read.Option("--age") is { } age ? Sealing.WithAge(age) : read.Option("--gpg") is { } gpg ? Sealing.WithGpg(gpg) : null;

        var options = PlatformDataOptions.From(configuration, contentRoot);
        var municipality = configuration["IdeSluss:Municipality"] ?? "ideslussen";
        var path = call.PathOf(named ? read.Values[0] : string.Create(CultureInfo.InvariantCulture, $"{municipality}-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}{Ending}"));
        if (sealing is not null && !path.EndsWith(sealing.Ending, StringComparison.Ordinal)) path += sealing.Ending;
        using var logs = Logs();
        await using var server = new DatabaseServer(options, logs);
        await server.StartAsync(cancellationToken);
        var store = StoreOf(options);
        var manifest = await new TakeBackup(options, server, store, municipality, TimeProvider.System).HandleAsync(path, sealing, cancellationToken);
        await output.WriteLineAsync($"Klart: {path} ({FileSize.InWords(new FileInfo(path).Length)}), {manifest.Rows.Values.Sum():#,##0} rader och {manifest.Files.Count(file => file.Name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)):#,##0} filer.");
        if (sealing is null) await output.WriteLineAsync("Den är inte krypterad och har allt i sig, också nycklar. Förvara den som databasen, eller använd --age eller --gpg.");
        await output.WriteLineAsync("Prova att den går att återställa: restore --rehearse FIL");
        if (manifest.Missing.Count == 0) return CommandExit.Done;
        await errors.WriteLineAsync($"{manifest.Missing.Count} filer saknas eller är skadade i lagringen: {string.Join(", ", manifest.Missing.Take(10))}. De står på /admin/filer.");
        return CommandExit.Partly;
    }

    /// <param name="create">Makes a whole instance with this configuration on top of the program's own.</param>
    public static async Task<int> RestoreAsync(
        IReadOnlyList<string> arguments, IConfiguration configuration, string contentRoot, Func<IReadOnlyDictionary<string, string?>, Task<Microsoft.AspNetCore.Builder.WebApplication>> create, TextWriter output, TextWriter errors,
        CancellationToken cancellationToken)
    {
        var call = new CommandCall(RestoreUsage, arguments, Environment.CurrentDirectory, output, errors);
        if (!call.TryRead(new(["--rehearse"], ["--identity"], 1), out var read)) return CommandExit.Usage;
        var (path, identity) = (call.PathOf(read.Values[0]), read.Option("--identity") is { } key ? call.PathOf(key) : null);
        if (!read.Has("--rehearse")) return await RestoreAsync(path, identity, PlatformDataOptions.From(configuration, contentRoot), new Dictionary<string, string?>(), create, output, cancellationToken);

        // Aside: a folder of its own with the embedded server, whatever the instance itself uses.
        var aside = Directory.CreateTempSubdirectory("ideslussen-rehearsal-").FullName;
        try
        {
            // For the server's account, which must find its way there.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
            var settings = new Dictionary<string, string?> { ["IdeSluss:DataFolder"] = aside, ["ConnectionStrings:IdeSluss"] = "", ["IdeSluss:Files:Folder"] = "files", ["IdeSluss:Files:S3:Address"] = "", ["IdeSluss:Files:S3:Bucket"] = "", ["IdeSluss:Files:S3:AccessKey"] = "", ["IdeSluss:Files:S3:SecretKey"] = "", ["IdeSluss:Files:S3:Region"] = "", ["IdeSluss:Files:S3:Prefix"] = "", ["IdeSluss:Mail:Host"] = "" };
            var own = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(settings).Build();
            return await RestoreAsync(path, identity, PlatformDataOptions.From(own, contentRoot), settings, create, output, cancellationToken);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    private static async Task<int> RestoreAsync(
        string path, string? identity, PlatformDataOptions options, IReadOnlyDictionary<string, string?> settings, Func<IReadOnlyDictionary<string, string?>, Task<Microsoft.AspNetCore.Builder.WebApplication>> create, TextWriter output, CancellationToken cancellationToken)
    {
        using var logs = Logs();
        var manifest = await new RestoreBackup(options, options.Files!, StoreOf(options), logs).HandleAsync(path, identity, cancellationToken);
        await output.WriteLineAsync($"Återställd: {manifest.Municipality}, som det var {manifest.BegunAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}, {manifest.Rows.Values.Sum():#,##0} rader.");
        // Brought to what this program needs, as at every start.
        await using var app = await create(settings);
        var checks = await RestoredChecks.RunAsync(app, cancellationToken);
        foreach (var (well, line) in checks) await output.WriteLineAsync((well ? "  ok   " : "  FEL  ") + line);
        if (manifest.Missing.Count > 0) await output.WriteLineAsync($"  obs  {manifest.Missing.Count} filer saknades redan när säkerhetskopian togs.");
        return checks.All(check => check.Well) ? CommandExit.Done : CommandExit.Failed;
    }

    private static IFileStore StoreOf(PlatformDataOptions options) => options.Files!.S3 is { } s3 ? new S3Store(options.Files, s3) : new FolderStore(options.Files);

    private static ILoggerFactory Logs() => LoggerFactory.Create(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
}

internal static class ProgramVersion
{
    public static string Now { get; } = typeof(IdeSlussHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
