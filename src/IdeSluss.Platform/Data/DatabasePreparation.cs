using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Definitions;
using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Secrets;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Brings the database to what this build needs, under one advisory lock so that several replicas may start at once: migrations of every context,
/// the instance's secret, the check of form and workflow versions, seeders, and demo seeders once. What the same build has prepared before is left as it is (<see cref="PreparedMark"/>).
/// </summary>
internal sealed class DatabasePreparation(Contributions contributions, PlatformDataOptions options, DatabaseServer server, TimeProvider time, ILogger<DatabasePreparation> log)
{
    /// <summary>Any number, as long as nobody else uses it.</summary>
    private const long Lock = 0x1DE5_1055;

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // On a connection of its own, outside every transaction: the lock ends with the connection, also when this process is killed.
        await using var guard = await server.DataSource.OpenConnectionAsync(cancellationToken);
        await guard.ExecuteAsync($"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            // The registries have the variants of plugins already applied to their base.
            var forms = services.GetService<IFormRegistry>()?.All ?? contributions.Forms;
            var workflows = services.GetService<IWorkflowRegistry>()?.All ?? contributions.Workflows;
            var mark = new PreparedMark(guard, contributions, options, services.GetService<InstanceInfo>()?.Slug, forms, workflows);
            if (await mark.IsThereAsync(cancellationToken))
            {
                await LoadSecretAsync(services, cancellationToken);
                return;
            }

            await MigrateAsync(services, guard, cancellationToken);
            await CheckMunicipalityAsync(services, cancellationToken);
            await LoadSecretAsync(services, cancellationToken);
            await CheckDefinitionsAsync(services, forms, workflows, cancellationToken);
            await SeedAsync(services, contributions.Seeders, once: false, cancellationToken);
            if (options.Demo) await SeedAsync(services, contributions.DemoSeeders, once: true, cancellationToken);
            await mark.LeaveAsync(time.GetUtcNow(), cancellationToken);
        }
        finally
        {
            await guard.ExecuteAsync($"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private async Task MigrateAsync(IServiceProvider services, NpgsqlConnection guard, CancellationToken cancellationToken)
    {
        // Quartz makes its tables but not its schema.
        await guard.ExecuteAsync("create schema if not exists quartz", cancellationToken);
        await MigrateAsync(services, guard, typeof(PlatformDbContext), "platform", cancellationToken);
        foreach (var database in contributions.Databases)
            await MigrateAsync(services, guard, database.ContextType, ContextRegistration.SchemaOf(contributions, database), cancellationToken);
    }

    private async Task MigrateAsync(IServiceProvider services, NpgsqlConnection guard, Type contextType, string schema, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(contextType);
        if (context.Schema != schema) throw new RegistrationException(schema, [$"{contextType.Name} uses the schema {context.Schema}, but {schema} is the one it owns."]);
        // Made beforehand, or the first start logs the missing table as an error.
        await guard.ExecuteAsync($"create schema if not exists \"{schema}\"; {context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript()}", cancellationToken);
        var (all, applied) = (context.Database.GetMigrations().ToList(), (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList());
        if (await SchemaVersion.CheckAsync(guard, schema, applied, all, cancellationToken) is { Count: > 0 } newer)
            log.LogWarning("The database is newer than this program ({Schema}: {Migrations}). It only has more than before: this version runs on it until the upgrade is finished or taken back", schema, string.Join(", ", newer));
        var pending = all.Except(applied).ToList();
        if (pending.Count == 0) return;
        await SchemaVersion.NoteAsync(guard, schema, context.GetService<IMigrationsAssembly>(), pending, cancellationToken);
        log.LogInformation("Migrating {Schema}: {Migrations}", schema, string.Join(", ", pending));
        try
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
        catch (PostgresException error)
        {
            throw new StartUpException(
                $"The migration of {schema} to {pending[^1]} failed: {error.MessageText} ({error.SqlState}). Nothing of the failed step was kept. "
                + "A database that was made by a build between releases cannot be migrated: begin with another data folder or database, or remove it if its data may be thrown away.",
                error);
        }
    }

    private static async Task LoadSecretAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<InstanceSecret>().LoadAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), cancellationToken);
    }

    /// <summary>One database serves one municipality: another's plugin would mix its organisation and numbers into it.</summary>
    private async Task CheckMunicipalityAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string mark = "municipality:";
        if (services.GetService<InstanceInfo>()?.Slug is not { } slug) return;
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var known = await context.Set<Seeding>().Where(row => row.Name.StartsWith(mark)).Select(row => row.Name).FirstOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            context.Add(new Seeding { Name = mark + slug, At = time.GetUtcNow() });
            await context.SaveChangesAsync(cancellationToken);
        }
        else if (known != mark + slug)
        {
            throw new StartUpException($"Databasen hör till {known[mark.Length..]}, men här startas {slug}. Välj en annan datamapp (./idesluss run {slug} --data MAPP) eller en annan databas (ConnectionStrings__IdeSluss).");
        }
    }

    private static async Task CheckDefinitionsAsync(IServiceProvider services, IReadOnlyList<FormDefinition> forms, IReadOnlyList<WorkflowDefinition> workflows, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await DefinitionVersions.CheckAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), forms, workflows, cancellationToken);
    }

    private async Task SeedAsync(IServiceProvider services, IReadOnlyList<Type> seeders, bool once, CancellationToken cancellationToken)
    {
        foreach (var type in await InOrderAsync(services, seeders))
        {
            // One scope each: what one has tracked is no business of the next.
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            if (once && await context.Set<Seeding>().AnyAsync(row => row.Name == type.FullName, cancellationToken)) continue;
            var seeder = (ISeeder)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);
            await seeder.SeedAsync(cancellationToken);
            if (!once) continue;
            // Afterwards: a seeder that was interrupted runs again.
            context.Add(new Seeding { Name = type.FullName!, At = time.GetUtcNow() });
            await context.SaveChangesAsync(cancellationToken);
            log.LogInformation("Demo content by {Seeder}", type.Name);
        }
    }

    private static async Task<IReadOnlyList<Type>> InOrderAsync(IServiceProvider services, IReadOnlyList<Type> seeders)
    {
        await using var scope = services.CreateAsyncScope();
        return [.. seeders.OrderBy(type => ((ISeeder)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type)).Order)];
    }
}
