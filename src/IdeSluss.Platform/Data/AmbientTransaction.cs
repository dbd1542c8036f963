using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Scoped. In the scope of an event handler it holds the transaction that deletes the delivery: every context of the scope joins it, so that the handler's
/// effects and the deletion happen together or not at all.
/// </summary>
internal sealed class AmbientTransaction
{
    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>Must be called before the scope makes its first context.</summary>
    public void Join(NpgsqlTransaction transaction) => Transaction = transaction;
}
