using System.Diagnostics;
using System.Threading.Channels;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Swedish;
using IdeSluss.People.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Benchmarks.Generator;

/// <summary>Fills an empty instance with generated cases. Indexes that only slow the writing down are made afterwards, as an operator would when importing.</summary>
internal sealed class Seeding(IServiceProvider services, NpgsqlDataSource database)
{
    private const int BatchSize = 20_000;

    /// <summary>The same on every machine and day: what is measured must not depend on when it was seeded.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public async Task RunAsync(int size, CancellationToken cancellationToken)
    {
        var maker = await MakerAsync(size, cancellationToken);
        var watch = Stopwatch.StartNew();
        var indexes = await DropIndexesAsync(cancellationToken);
        // One batch is made while the one before is written.
        var batches = Channel.CreateBounded<List<(GeneratedCase Case, Dictionary<string, object?> Terms)>>(2);
        var making = Task.Run(async () =>
        {
            for (var from = 0; from < size; from += BatchSize) await batches.Writer.WriteAsync(Batch(maker, from, Math.Min(size, from + BatchSize)), cancellationToken);
            batches.Writer.Complete();
        }, cancellationToken);
        var written = 0;
        await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
        {
            await WriteAsync(batch, cancellationToken);
            written += batch.Count;
            if (written % (BatchSize * 5) == 0 || written == size) Console.WriteLine($"  {written,9:N0} of {size:N0} written, {watch.Elapsed.TotalSeconds:0} s");
        }

        await making;
        foreach (var sql in indexes) await ExecuteAsync(sql, cancellationToken);
        await ExecuteAsync($"select setval('ideas.case_number', {size})", cancellationToken);
        await ExecuteAsync("vacuum analyze", cancellationToken);
        await ExecuteAsync("refresh materialized view ideas.term_frequency", cancellationToken);
        Console.WriteLine($"  seeded in {watch.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>More of the same, newer than the rest and with every index in place.</summary>
    public async Task AddAsync(int size, int count, CancellationToken cancellationToken)
    {
        var maker = await MakerAsync(size, cancellationToken);
        for (var from = size; from < size + count; from += BatchSize) await WriteAsync(Batch(maker, from, Math.Min(size + count, from + BatchSize)), cancellationToken);
    }

    private async Task<CaseMaker> MakerAsync(int size, CancellationToken cancellationToken)
    {
        var organisation = services.GetRequiredService<IOrganisation>();
        return new(size, await organisation.UnitsAsync(cancellationToken), (await organisation.ReceivingAuthorityAsync(cancellationToken)).Id, Now);
    }

    private static List<(GeneratedCase Case, Dictionary<string, object?> Terms)> Batch(CaseMaker maker, int from, int to) =>
    [
        .. Enumerable.Range(from, to - from).Select(maker.Make).Select(made =>
        {
            var (open, original) = SearchColumns.TermsOf(made.Idea, Compounds.BuiltIn);
            return (made, new Dictionary<string, object?> { [SearchColumns.PublicTerms] = open, [SearchColumns.OriginalTerms] = original, [SearchColumns.TermsVersion] = TextTerms.Version });
        }),
    ];

    private async Task WriteAsync(List<(GeneratedCase Case, Dictionary<string, object?> Terms)> batch, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdeasDbContext>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // What is written refers only to itself: the foreign keys need not be asked row by row.
        await using (var trust = new NpgsqlCommand("set session_replication_role = replica", connection)) await trust.ExecuteNonQueryAsync(cancellationToken);
        await using (var ideas = await EntityCopy<Idea>.BeginAsync(db, connection, cancellationToken))
        {
            foreach (var (made, terms) in batch) await ideas.WriteAsync(made.Idea, terms, cancellationToken);
            await ideas.CompleteAsync(cancellationToken);
        }

        await using (var decisions = await EntityCopy<Decision>.BeginAsync(db, connection, cancellationToken))
        {
            foreach (var decision in batch.SelectMany(one => one.Case.Decisions)) await decisions.WriteAsync(decision, cancellationToken: cancellationToken);
            await decisions.CompleteAsync(cancellationToken);
        }

        await using var timeline = await EntityCopy<TimelineEntry>.BeginAsync(db, connection, cancellationToken);
        foreach (var line in batch.SelectMany(one => one.Case.Timeline)) await timeline.WriteAsync(line, cancellationToken: cancellationToken);
        await timeline.CompleteAsync(cancellationToken);
    }

    /// <returns>What makes them again.</returns>
    private async Task<IReadOnlyList<string>> DropIndexesAsync(CancellationToken cancellationToken)
    {
        var indexes = new List<(string Name, string Sql)>();
        await using (var command = database.CreateCommand("select indexname, indexdef from pg_indexes where schemaname = 'ideas' and tablename in ('ideas', 'decision', 'timeline') and indexdef not like '%UNIQUE%'"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken)) indexes.Add((reader.GetString(0), reader.GetString(1)));
        foreach (var (name, _) in indexes) await ExecuteAsync($"drop index ideas.\"{name}\"", cancellationToken);
        return [.. indexes.Select(index => index.Sql)];
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var memory = new NpgsqlCommand("set maintenance_work_mem = '512MB'", connection)) await memory.ExecuteNonQueryAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
