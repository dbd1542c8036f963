using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Jobs;
using IdeSluss.Platform.Mail;
using IdeSluss.Platform.Messaging;
using IdeSluss.Platform.Secrets;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

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
        services.TryAddSingleton(contributions);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<DatabaseServer>();
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseServer>().DataSource);
        services.AddSingleton<DatabasePreparation>();
        services.AddScoped<AmbientTransaction>();

        services.AddSingleton<Wakes>();
        services.AddSingleton<KeptElsewhere>();
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<ReadOnlyMode>();
        services.AddSingleton<IReadOnlyMode>(provider => provider.GetRequiredService<ReadOnlyMode>());
        services.AddHostedService(provider => provider.GetRequiredService<ReadOnlyMode>());
        services.AddSingleton<WriteOutboxInterceptor>();
        ContextRegistration.Add(services, typeof(PlatformDbContext), "platform");
        foreach (var database in contributions.Databases) ContextRegistration.Add(services, database.ContextType, ContextRegistration.SchemaOf(contributions, database));

        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<MessagingIdle>();
        services.AddScoped<MessagingAdmin>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton<MailWriting>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<IMailTransport>(options.Smtp is { } smtp ? new SmtpTransport(smtp) : new FileTransport(options));
        services.AddScoped<MailAdmin>();
        services.AddFiles(options.Files ?? FileStoreOptions.In(options.DataFolder));
        services.AddSingleton<AuditSealer>();
        services.AddScoped<AuditAdmin>();
        PlatformJobs.Add(services, options);
        if (options.RunBackground)
        {
            services.AddSingleton<WakeOthers>();
            services.AddHostedService(provider => provider.GetRequiredService<WakeOthers>());
            services.AddHostedService<DispatcherService>();
            services.AddHostedService<MailSenderService>();
            services.AddHostedService<AuditSealerService>();
        }

        // It would warn that keys are not encrypted; they lie in the database beside what they protect, and whoever can read it there has both.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("IdeSluss");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new DatabaseKeyRing(provider.GetRequiredService<DatabaseServer>())));
        services.AddSingleton<InstanceSecret>();
        services.AddSingleton<IInstanceSecret>(provider => provider.GetRequiredService<InstanceSecret>());
        services.AddSingleton<SecretTokens>();
    }
}
