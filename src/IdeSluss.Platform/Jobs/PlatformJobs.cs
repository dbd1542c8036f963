using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IdeSluss.Platform.Jobs;

/// <summary>Every recurring task, by key.</summary>
internal sealed class JobCatalogue(Contributions contributions)
{
    public IReadOnlyList<JobContribution> All => contributions.Jobs;

    public JobContribution? Find(string key) => All.FirstOrDefault(job => job.Key == key);
}

internal static class PlatformJobs
{
    public static void Add(IServiceCollection services, PlatformDataOptions options)
    {
        services.AddSingleton<JobCatalogue>();
        if (!options.RunJobs) return;
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "IdeSluss";
                scheduler.InstanceId = "AUTO";
            });
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(database => database.DataSourceFactory = provider => provider.GetRequiredService<DatabaseServer>().DataSource);
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "quartz.qrtz_";
                    options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing;
                });
            });
        });
        services.AddHostedService<JobSchedule>();
    }
}
