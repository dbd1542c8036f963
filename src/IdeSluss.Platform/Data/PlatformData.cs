using IdeSluss.Platform.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Data;

/// <summary>
/// The data half of the platform. After building the container the host calls <c>DatabaseServer.StartAsync</c>, then
/// <c>DatabasePreparation.RunAsync</c>, and only then starts listening.
/// </summary>
internal static class PlatformData
{
    /// <summary>
    /// Registers contexts, messaging, mail, audit, jobs, data protection with its keys in the database, and the instance's secret.
    /// Event handlers, scheduled tasks and seeders themselves are registered by their contributors.
    /// </summary>
    public static void AddPlatformData(this IServiceCollection services, Contributions contributions, PlatformDataOptions options)
    {
        services.AddSingleton(contributions);
        services.AddSingleton(options);
        services.AddSingleton<DatabaseServer>();
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseServer>().DataSource);
        services.AddSingleton<DatabasePreparation>();
    }
}
