using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>
/// Reads a file of ideas in, a hundred rows to a transaction, with a batch in memory. A row that is wrong is told of and left; the rest goes on. Cut short, it is
/// begun again: what is already here is passed over, so that the same file twice makes nothing twice.
/// </summary>
internal sealed class ImportIdeas(FindImportPlaces places, ImportBatches batches, OpenForIdeas open)
{
    public const int BatchSize = 100;

    /// <param name="file">Read more than once, each time from its beginning.</param>
    /// <param name="runId">The run that the ideas belong to.</param>
    /// <param name="scope">Where the one who reads it in may do it.</param>
    /// <param name="progress">Told after each batch.</param>
    public async Task<ImportResult> HandleAsync(Stream file, Guid runId, ImportOptions options, PermissionScope scope, Func<ImportCounts, Task> progress, CancellationToken cancellationToken)
    {
        if (await open.RefusalAsync(cancellationToken) is { } refusal) return Refused(refusal);
        if ((await EncodingDetection.FindAsync(file, cancellationToken)).Failed(out var unreadable, out var encoding)) return Refused(unreadable);
        var lines = new CsvLines(file, encoding);
        if (lines.ReadHeader().Failed(out var noHeader, out var header)) return Refused(noHeader);
        var known = await places.FindAsync(scope, cancellationToken);

        var about = new ImportResult { Encoding = encoding.Name, Separator = lines.Separator.ToString(), UnknownColumns = [.. header.Unknown.Take(20)] };
        // Strict must know that all is well before the first row is saved.
        if (options is { Strict: true, DryRun: false })
        {
            var tried = await RunAsync(lines, header, known, runId, options with { DryRun = true }, _ => Task.CompletedTask, cancellationToken);
            if (tried.Wrong + tried.Changed > 0) return With(about, tried.ToResult()) with { ToSorting = 0, Closed = 0, Refusal = ImportText.Of("Alla rader måste gå att läsa in, och det gör de inte. Inget är inläst.") };
        }

        return With(about, (await RunAsync(lines, header, known, runId, options, progress, cancellationToken)).ToResult());
    }

    private async Task<ImportCounts> RunAsync(CsvLines lines, ImportHeader header, ImportPlaces known, Guid runId, ImportOptions options, Func<ImportCounts, Task> progress, CancellationToken cancellationToken)
    {
        var counts = new ImportCounts();
        var reader = new ImportRowReader(header, known, options.Source);
        var batch = new List<ImportedIdea>(BatchSize);
        // Nothing is in the database to compare with when nothing is saved.
        var tried = options.DryRun ? new SeenRows() : null;
        foreach (var line in lines.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            counts.Rows++;
            var errors = new List<RowError>();
            if (reader.Read(line, errors) is { } idea) batch.Add(idea);
            else counts.Wrong++;
            foreach (var error in errors) counts.Errors.Add(error);
            if (batch.Count == BatchSize)
            {
                await batches.WriteAsync(batch, runId, options, counts, tried, cancellationToken);
                batch.Clear();
            }

            if (counts.Rows % BatchSize != 0) continue;
            await progress(counts);
            // Nothing of a batch is used after it. The collector lets as much pile up as the processor's cache holds, and that may be hundreds of megabytes.
            GC.Collect(0);
        }

        await batches.WriteAsync(batch, runId, options, counts, tried, cancellationToken);
        return counts;
    }

    private static ImportResult Refused(Problem problem) => new() { Refusal = ImportText.Of(problem.Errors.Count > 0 ? problem.Errors[0].Message : problem.Message) };

    private static ImportResult With(ImportResult about, ImportResult counted) => counted with { Encoding = about.Encoding, Separator = about.Separator, UnknownColumns = about.UnknownColumns };
}

/// <summary>What a trial has already come across in the file: sixteen bytes of each row's key, eight of its content.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<UInt128, ulong> rows = [];

    /// <returns>Null for a new row; otherwise whether it said the same before.</returns>
    public bool? Before(string key, byte[] contentHash)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
        var (name, content) = (System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash), System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(contentHash));
        if (rows.TryAdd(name, content)) return null;
        return rows[name] == content;
    }
}
