using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Data;

/// <summary>Registers contexts, scoped, with the options that each scope needs.</summary>
internal static class ContextRegistration
{
    public const string HistoryTable = "__ef_migrations_history";

    /// <summary>The schema a contributor owns: the module's name, or <c>plugin_{slug}</c>.</summary>
    public static string SchemaOf(Contributions contributions, DatabaseContribution database) =>
        contributions.Contributors.Any(contributor => contributor.Name == database.Contributor && contributor.Plugin is not null)
            ? "plugin_" + database.Contributor
            : database.Contributor;

    public static void Add(IServiceCollection services, Type contextType, string schema) =>
        typeof(ContextRegistration).GetMethod(nameof(AddTyped), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(contextType)
            .Invoke(null, [services, schema]);

    private static void AddTyped<TContext>(IServiceCollection services, string schema) where TContext : ModuleDbContext
    {
        var create = ActivatorUtilities.CreateFactory<TContext>([typeof(DbContextOptions<TContext>)]);
        services.AddSingleton(provider => Options<TContext>(provider, schema));
        services.AddScoped(provider =>
        {
            var context = create(provider, [provider.GetRequiredService<DbContextOptions<TContext>>()]);
            if (provider.GetRequiredService<AmbientTransaction>().Transaction is not { Connection: { } connection } transaction) return context;
            context.Database.SetDbConnection(connection);
            context.Database.UseTransaction(transaction);
            return context;
        });
    }

    /// <summary>
    /// Built once; a scope that has joined a transaction gives its context that connection. The data source is the container's, not named here:
    /// EF Core would keep models and compiled queries for those with it and those without it apart.
    /// </summary>
    private static DbContextOptions<TContext> Options<TContext>(IServiceProvider root, string schema) where TContext : ModuleDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseApplicationServiceProvider(root);
        options.UseLoggerFactory(root.GetRequiredService<ILoggerFactory>());
        options.AddInterceptors([root.GetRequiredService<WriteOutboxInterceptor>(), .. root.GetServices<IInterceptor>()]);
        // A line per command would drown what matters; and a limit before the order is meant where any rows will do.
        options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug), (CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)));
        return options.UseNpgsql(npgsql => npgsql.MigrationsHistoryTable(HistoryTable, schema)).Options;
    }
}
