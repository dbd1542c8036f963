using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.Ideas.Data;

/// <summary>For <c>dotnet ef</c> only: makes migrations without a running host.</summary>
internal sealed class IdeasDbContextFactory : IDesignTimeDbContextFactory<IdeasDbContext>
{
    public IdeasDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<IdeasDbContext>()
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", "ideas"))
            .Options);
}
