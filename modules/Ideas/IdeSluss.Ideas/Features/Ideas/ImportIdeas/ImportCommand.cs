using System.Globalization;
using System.Text.Json;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Commands;
using IdeSluss.Sdk.Security;
using Microsoft.Extensions.Localization;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary><c>idesluss import ideas FILE</c>: for large files, and before anyone has an account.</summary>
internal sealed class ImportCommand(IdeasDbContext db, ImportIdeas import, IStringLocalizer texts, TimeProvider time) : ICommand
{
    public const string Name = "import ideas";
    public const string Usage = "import ideas FIL [--dry-run] [--source NAMN] [--strict] [--notify]";
    private static readonly CommandSyntax Syntax = new(["--dry-run", "--strict", "--notify"], ["--source"], Values: 1);

    /// <summary>Rows between two lines of progress.</summary>
    private const int Step = 5_000;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!call.TryRead(Syntax, out var arguments)) return CommandExit.Usage;
        var source = arguments.Option("--source")?.ToLowerInvariant() ?? ImportRuns.UsualSource;
        if (ImportRuns.CheckSource(source) is { } wrong)
        {
            await call.Errors.WriteLineAsync(texts.Say(wrong.Message));
            return CommandExit.Usage;
        }

        var path = call.PathOf(arguments.Values[0]);
        if (!File.Exists(path))
        {
            await call.Errors.WriteLineAsync($"Filen finns inte: {path}");
            return CommandExit.Failed;
        }

        var options = new ImportOptions(source, arguments.Has("--dry-run"), arguments.Has("--strict"), arguments.Has("--notify"), By: null);
        var runId = await BeginAsync(path, options, cancellationToken);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        var result = await import.HandleAsync(file, runId, options, PermissionScope.All, counts => ProgressAsync(call, counts, options), cancellationToken);
        if (!options.DryRun) await EndAsync(runId, result, cancellationToken);
        await ImportWords.WriteAsync(call.Output, texts, result, options, cancellationToken);
        return result.Refusal is not null ? CommandExit.Failed : result.HasErrors ? CommandExit.Partly : CommandExit.Done;
    }

    private static Task ProgressAsync(CommandCall call, ImportCounts counts, ImportOptions options) =>
        counts.Rows % Step == 0 ? call.Output.WriteLineAsync(string.Create(CultureInfo.CurrentCulture, $"  {counts.Rows:N0} rader {(options.DryRun ? "provade" : "lästa")}, {counts.ToSorting + counts.Closed:N0} {(options.DryRun ? "går bra" : "inlästa")}")) : Task.CompletedTask;

    private async Task<Guid> BeginAsync(string path, ImportOptions options, CancellationToken cancellationToken)
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(), Source = options.Source, FileName = Path.GetFileName(path) is { Length: <= 200 } name ? name : "fil.csv", StartedAt = time.GetUtcNow(), State = ImportState.AtCommandLine,
            Notify = options.Notify, Strict = options.Strict, Scope = JsonSerializer.Serialize(PermissionScope.All),
        };
        if (options.DryRun) return run.Id;
        db.ImportRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return run.Id;
    }

    private async Task EndAsync(Guid runId, ImportResult result, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(one => one.Id == runId, cancellationToken);
        run.State = result.Refusal is null ? ImportState.Done : ImportState.Refused;
        run.FinishedAt = time.GetUtcNow();
        run.Result = result.ToJson();
        await ImportEnd.AuditAsync(db, runId, null, result, cancellationToken);
    }
}
