using IdeSluss.Sdk.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.Testbeds.Data;

/// <summary>Each group of use cases maps its own entities in a file of its own.</summary>
internal sealed class TestbedsDbContext(DbContextOptions<TestbedsDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "testbeds";

    public DbSet<Testbed> Testbeds => Set<Testbed>();
    public DbSet<TaxonomyTerm> Terms => Set<TaxonomyTerm>();
    public DbSet<BookableResource> Resources => Set<BookableResource>();
    public DbSet<InventoryInvitation> Invitations => Set<InventoryInvitation>();

    protected override void Configure(ModelBuilder model)
    {
        InventoryModel.Map(model);
    }
}

/// <summary>For <c>dotnet ef</c> only: makes migrations without a running host.</summary>
internal sealed class TestbedsDbContextFactory : IDesignTimeDbContextFactory<TestbedsDbContext>
{
    public TestbedsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TestbedsDbContext>()
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", "testbeds"))
            .Options);
}
