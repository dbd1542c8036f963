using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.Platform.Data;

/// <summary>For <c>dotnet ef migrations</c>, which never connects.</summary>
internal sealed class PlatformDesign : IDesignTimeDbContextFactory<PlatformDbContext>
{
    public PlatformDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PlatformDbContext>()
            .UseNpgsql("Host=design", npgsql => npgsql.MigrationsHistoryTable(ContextRegistration.HistoryTable, "platform"))
            .Options);
}
