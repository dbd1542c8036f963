using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Tests.Data;

/// <summary>A module's context as small as one can be.</summary>
internal sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "probe";

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Effect>().ToTable(nameof(Effect));
        model.Entity<Thing>().ToTable(nameof(Thing));
    }

    public static async Task CreateTablesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ProbeDbContext>();
        if (await context.Database.SqlQueryRaw<bool>("select to_regclass('probe.effect') is not null as \"Value\"").SingleAsync(cancellationToken)) return;
        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript(), cancellationToken);
    }
}

/// <summary>What a handler did: not unique, so that doing it twice shows.</summary>
internal sealed class Effect
{
    public long Id { get; init; }
    public required string Consumer { get; init; }
    public Guid Stream { get; init; }
    public int Number { get; init; }
}

internal sealed class Thing : IVersioned
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public int Version { get; set; }
}

[Event("probe.happened.v1")]
internal sealed record Happened(int Number);

[Event("probe.undeclared.v1")]
internal sealed record Undeclared(int Number);
