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
    public DbSet<TestbedPicture> Pictures => Set<TestbedPicture>();
    public DbSet<BookableResource> Resources => Set<BookableResource>();
    public DbSet<InventoryInvitation> Invitations => Set<InventoryInvitation>();
    public DbSet<OpeningHours> OpeningHours => Set<OpeningHours>();
    public DbSet<Blackout> Blackouts => Set<Blackout>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingItem> BookingItems => Set<BookingItem>();
    public DbSet<BookingLogEntry> BookingLog => Set<BookingLogEntry>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    protected override void Configure(ModelBuilder model)
    {
        InventoryModel.Map(model);
        BookingModel.Map(model);
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
