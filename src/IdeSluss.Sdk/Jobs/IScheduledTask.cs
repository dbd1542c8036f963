namespace IdeSluss.Sdk.Jobs;

/// <summary>A recurring task. One replica at a time runs it, clustered through the database; it must be safe to run again after a crash.</summary>
public interface IScheduledTask
{
    Task RunAsync(CancellationToken cancellationToken);
}
