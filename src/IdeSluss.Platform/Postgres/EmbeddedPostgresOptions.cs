using IdeSluss.Platform.Hosting;

namespace IdeSluss.Platform.Postgres;

internal sealed record EmbeddedPostgresOptions
{
    /// <summary>Absolute folder for cluster, socket and log; made when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The <c>native</c> folder of the <c>@embedded-postgres</c> package.</summary>
    public required string Binaries { get; init; }

    /// <summary>False gives up crash safety for speed: only for databases that tests throw away.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 200;

    /// <summary>Where the cluster and copies of the binaries go when root runs the host and the server's account cannot reach the checkout.</summary>
    public string ReachableFolder { get; init; } = "/var/lib/idesluss";
}

/// <summary>Why the embedded server cannot run, and what to do about it.</summary>
internal sealed class EmbeddedPostgresException(string message, Exception? inner = null) : StartUpException(message, inner);
