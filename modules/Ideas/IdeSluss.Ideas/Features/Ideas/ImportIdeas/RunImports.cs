using System.Text.Json;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>Reads in what has been confirmed. A host that dies leaves the run as it was, and the next turn begins it again: what is here is passed over.</summary>
internal sealed class RunImports(IdeasDbContext db, ImportIdeas import, TimeProvider time) : IScheduledTask
{
    /// <summary>What nobody said yes to within a day is forgotten.</summary>
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(1);

    private const int MostAttempts = 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Unconfirmed;
        await db.ImportChunks.Where(chunk => db.ImportRuns.Any(run => run.Id == chunk.RunId && run.State != ImportState.Confirmed && run.StartedAt < before)).ExecuteDeleteAsync(cancellationToken);
        while (await db.ImportRuns.AsNoTracking().Where(run => run.State == ImportState.Confirmed).OrderBy(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken) is { } next)
            await ReadInAsync(next, cancellationToken);
    }

    private async Task ReadInAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (run.Attempts >= MostAttempts)
        {
            await GiveUpAsync(run, cancellationToken);
            return;
        }

        await db.ImportRuns.Where(one => one.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellationToken);
        await using var file = await FileOfAsync(run.Id, cancellationToken);
        var options = new ImportOptions(run.Source, DryRun: false, run.Strict, run.Notify, run.StartedById);
        var result = await import.HandleAsync(
            file.Stream, run.Id, options, JsonSerializer.Deserialize<PermissionScope>(run.Scope) ?? PermissionScope.None,
            counts => SetAsync(run.Id, ImportState.Confirmed, counts.ToResult(), null, cancellationToken), cancellationToken);
        await EndAsync(run, result, cancellationToken);
    }

    /// <summary>With the counts of the last time that it got anywhere.</summary>
    private Task GiveUpAsync(ImportRun run, CancellationToken cancellationToken) => EndAsync(run, (run.Result is { } result ? ImportResult.Parse(result) : new()) with
    {
        Refusal = ImportText.Of("Inläsningen har avbrutits flera gånger och görs inte om. Det som hann läsas in finns kvar. Be den som sköter tjänsten titta i loggen, och prova sedan filen igen."),
    }, cancellationToken);

    private async Task EndAsync(ImportRun run, ImportResult result, CancellationToken cancellationToken)
    {
        await ImportEnd.AuditAsync(db, run.Id, run.StartedById, result, cancellationToken);
        await SetAsync(run.Id, result.Refusal is null ? ImportState.Done : ImportState.Refused, result, time.GetUtcNow(), cancellationToken);
        await db.ImportChunks.Where(chunk => chunk.RunId == run.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task SetAsync(Guid id, ImportState state, ImportResult result, DateTimeOffset? finished, CancellationToken cancellationToken)
    {
        var json = result.ToJson();
        await db.ImportRuns.Where(run => run.Id == id).ExecuteUpdateAsync(set => set.SetProperty(run => run.State, state).SetProperty(run => run.Result, json).SetProperty(run => run.FinishedAt, finished), cancellationToken);
    }

    private async Task<TemporaryFile> FileOfAsync(Guid runId, CancellationToken cancellationToken)
    {
        var file = TemporaryFile.Create();
        await foreach (var bytes in db.ImportChunks.Where(chunk => chunk.RunId == runId).OrderBy(chunk => chunk.Number).Select(chunk => chunk.Bytes).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await file.AddAsync(bytes, cancellationToken);
        return file;
    }
}

/// <summary>One line in the audit log for each file, with its counts.</summary>
internal static class ImportEnd
{
    public static async Task AuditAsync(IdeasDbContext db, Guid runId, Guid? by, ImportResult result, CancellationToken cancellationToken)
    {
        static string Number(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        db.Audit(new AuditFact("ideas.import-finished", "import", runId, by, null, new Dictionary<string, string>
        {
            ["rows"] = Number(result.Rows), ["toSorting"] = Number(result.ToSorting), ["closed"] = Number(result.Closed), ["already"] = Number(result.Already), ["changed"] = Number(result.Changed), ["wrong"] = Number(result.Wrong),
        }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
