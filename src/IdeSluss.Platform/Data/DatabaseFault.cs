using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>What an error of the database means for what was to be saved.</summary>
internal enum DatabaseFault
{
    /// <summary>The database answered, and the error is another one.</summary>
    None,

    /// <summary>It could not be reached or refused to work: nothing of the last call was done.</summary>
    Away,

    /// <summary>A standby, or a database that was set to be read only: nothing of the last call was done.</summary>
    ReadOnly,

    /// <summary>The connection broke while it worked: what was under way may have been done.</summary>
    InDoubt,
}

internal static class DatabaseFaults
{
    /// <summary>Looks through what others have wrapped around the driver's own error.</summary>
    public static DatabaseFault Of(Exception error)
    {
        for (var one = error; one is not null; one = one.InnerException)
        {
            if (one is PostgresException answer) return Of(answer.SqlState);
            if (one is NpgsqlException broken) return broken.InnerException is IOException or TimeoutException ? DatabaseFault.InDoubt : DatabaseFault.Away;
        }

        return DatabaseFault.None;
    }

    /// <summary>The server's own words. A session that is ended may be ended while its commit is already being kept.</summary>
    private static DatabaseFault Of(string state) => state switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.ReadOnly,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => DatabaseFault.InDoubt,
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.IoError => DatabaseFault.Away,
        // No room on disk or in memory, no free connection.
        ['5', '3', ..] => DatabaseFault.Away,
        _ => DatabaseFault.None,
    };
}
