using System.Text.Json;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <param name="Source">What the numbers in the file belong to; null for the usual one.</param>
internal sealed record ImportUpload(Stream? File, string? FileName, string? Source, bool Strict, bool Notify);

internal sealed record ImportRunView(Guid Id, string FileName, string Source, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ImportState State, bool Strict, bool Notify, ImportResult Result);

/// <summary>Reading in through the page and the API: a file is tried first, shown, and read in when its owner says yes.</summary>
internal sealed class ImportRuns(IdeasDbContext db, ImportIdeas import, CurrentUser me, TimeProvider time)
{
    public const string UsualSource = "fil";

    /// <summary>Bytes; larger files are read in from the command line, where nothing waits for an answer.</summary>
    public const long MostBytes = 30 * 1024 * 1024;
    private const int ChunkSize = 512 * 1024;
    private const int MostListed = 20;

    /// <summary>Takes the file in and tries it; nothing of it becomes ideas.</summary>
    public async Task<Outcome<ImportRunView>> TryAsync(ImportUpload upload, CancellationToken cancellationToken)
    {
        var source = SubmittedText.Line(upload.Source)?.ToLowerInvariant() ?? UsualSource;
        if (CheckSource(source) is { } wrong) return Problem.Invalid(wrong);
        if (upload.File is null) return Problem.Invalid(new FieldError(nameof(upload.File), "Fil: välj en CSV-fil."));
        await using var file = TemporaryFile.Create();
        if (!await file.FillAsync(upload.File, MostBytes, cancellationToken)) return Problem.Invalid(new FieldError(nameof(upload.File), new Text("Fil: den är för stor. Högst {0} MB här; be systemförvaltaren läsa in större filer.", MostBytes / 1024 / 1024)));

        var scope = me.Scope(IdeasPermissions.Import);
        var options = new ImportOptions(source, DryRun: true, upload.Strict, upload.Notify, me.RequiredId);
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(), Source = source, FileName = Path.GetFileName(SubmittedText.Line(upload.FileName) ?? "fil.csv") is { Length: <= 200 } name ? name : "fil.csv", StartedById = me.RequiredId,
            StartedAt = time.GetUtcNow(), Notify = upload.Notify, Strict = upload.Strict, Scope = JsonSerializer.Serialize(scope),
        };
        var result = await import.HandleAsync(file.Stream, run.Id, options, scope, _ => Task.CompletedTask, cancellationToken);
        run.State = ImportState.Refused;
        run.Result = result.ToJson();
        db.ImportRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        if (result.Refusal is not null) return View(run);
        // Only a file that is kept whole can be said yes to.
        await KeepAsync(file, run.Id, cancellationToken);
        run.State = ImportState.Checked;
        await db.ImportRuns.Where(one => one.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, run.State), cancellationToken);
        return View(run);
    }

    /// <summary>The owner has seen how it would go and says yes; a job does it.</summary>
    public async Task<Outcome<ImportRunView>> ConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Own().FirstOrDefaultAsync(run => run.Id == id, cancellationToken) is not { } run) return NoSuchRun;
        if (run.State != ImportState.Checked) return View(run);
        if (run.Strict && ImportResult.Parse(run.Result!) is { Wrong: > 0 } or { Changed: > 0 }) return Problem.Conflict("Alla rader måste gå att läsa in. Rätta filen och prova den igen.");
        if (!await db.ImportChunks.AnyAsync(chunk => chunk.RunId == id, cancellationToken)) return Problem.Conflict("Filen är glömd. Prova den igen.");
        run.State = ImportState.Confirmed;
        run.Result = new ImportResult().ToJson();
        db.Audit(new AuditFact("ideas.import-confirmed", "import", run.Id, me.RequiredId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return View(run);
    }

    public async Task<Outcome<ImportRunView>> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        await Own().AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellationToken) is { } run ? View(run) : NoSuchRun;

    public async Task<IReadOnlyList<ImportRunView>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Own().AsNoTracking().OrderByDescending(run => run.StartedAt).Take(MostListed).ToListAsync(cancellationToken)).Select(View)];

    public static FieldError? CheckSource(string source) =>
        source.Length is < 1 or > 60 || source.Any(letter => !(char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.'))
            ? new("Source", "Källa: skriv ett kort namn med bokstäver, siffror, punkt och bindestreck.")
            : null;

    private static Problem NoSuchRun => Problem.NotFound("Inläsningen finns inte, eller så är den inte din.");

    private IQueryable<ImportRun> Own()
    {
        var id = me.RequiredId;
        return db.ImportRuns.Where(run => run.StartedById == id);
    }

    private async Task KeepAsync(TemporaryFile file, Guid runId, CancellationToken cancellationToken)
    {
        var bytes = new byte[ChunkSize];
        file.Stream.Position = 0;
        for (var number = 0; await file.Stream.ReadAtLeastAsync(bytes, ChunkSize, throwOnEndOfStream: false, cancellationToken) is > 0 and var read; number++)
        {
            db.ImportChunks.Add(new ImportChunk { RunId = runId, Number = number, Bytes = bytes[..read] });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private static ImportRunView View(ImportRun run) =>
        new(run.Id, run.FileName, run.Source, run.StartedAt, run.FinishedAt, run.State, run.Strict, run.Notify, run.Result is { } result ? ImportResult.Parse(result) : new());
}
