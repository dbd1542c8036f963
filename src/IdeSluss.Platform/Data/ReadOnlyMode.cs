using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Asks every few seconds whether the database can only be read, and is told at once when something could not be saved for that reason. Every page says which, so kept pages are forgotten when it changes; what is done in
/// the background waits meanwhile.
/// </summary>
internal sealed class ReadOnlyMode(DatabaseServer server, KeptElsewhere kept, TimeProvider time, ILogger<ReadOnlyMode> log) : BackgroundService, IReadOnlyMode
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private const string Question = """
        select current_setting('transaction_read_only') = 'on',
               exists (select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where d.datname = current_database() and 'default_transaction_read_only=on' = any(s.setconfig))
        """;

    private int on;
    private bool set;

    public bool IsOn => Volatile.Read(ref on) == 1;

    public async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var (readOnly, nowSet) = await ReadAsync(cancellationToken);
        if (nowSet != set)
        {
            // A connection knows only what was set when it was made.
            set = nowSet;
            server.DataSource.Clear();
            (readOnly, _) = await ReadAsync(cancellationToken);
        }

        await NoteAsync(readOnly, cancellationToken);
        return readOnly;
    }

    private async Task<(bool ReadOnly, bool Set)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = server.DataSource.CreateCommand(Question);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }

    public async ValueTask NoteAsync(bool readOnly, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref on, readOnly ? 1 : 0) == (readOnly ? 1 : 0)) return;
        if (readOnly) log.LogWarning("The database can only be read: what people send is refused until it can be written to");
        else log.LogInformation("The database can be written to again");
        await kept.Forget(null, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or InvalidOperationException or System.Net.Sockets.SocketException)
            {
                // Gone is another thing than read only, and /health/ready tells it.
                log.LogDebug("Whether the database can only be read could not be asked: {Error}", SafeError.Of(error));
            }
        }
    }
}
