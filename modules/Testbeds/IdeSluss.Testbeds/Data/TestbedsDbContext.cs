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

    public DbSet<Trial> Trials => Set<Trial>();
    public DbSet<TrialMeasure> Measures => Set<TrialMeasure>();
    public DbSet<ProcessingBasis> ProcessingBases => Set<ProcessingBasis>();
    public DbSet<TrialLogEntry> TrialLog => Set<TrialLogEntry>();
    public DbSet<TrialResult> Results => Set<TrialResult>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<ParticipantContact> ParticipantContacts => Set<ParticipantContact>();
    public DbSet<TestRequest> TestRequests => Set<TestRequest>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<ParticipationConsent> Consents => Set<ParticipationConsent>();

    protected override void Configure(ModelBuilder model)
    {
        InventoryModel.Map(model);
        BookingModel.Map(model);
        TestModel.Map(model);
        TestRequestModel.Map(model);
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
