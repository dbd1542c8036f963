using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Data;

/// <summary>The platform's own tables: the shared rows of every module, data-protection keys, secrets, idempotent answers, definition hashes.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : SharedRowsOwner(options)
{
    public override string Schema => "platform";

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<DataProtectionKey>().ToTable(nameof(DataProtectionKey));
        model.Entity<InstanceSecretRow>(secret =>
        {
            secret.ToTable("InstanceSecret");
            secret.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<IdempotentAnswer>(answer =>
        {
            answer.ToTable(nameof(IdempotentAnswer));
            answer.HasKey(row => new { row.Key, row.Caller, row.Route });
            answer.Property(row => row.Key).HasMaxLength(200);
            answer.HasIndex(row => row.CreatedAt);
        });
        model.Entity<DefinitionHash>(definition =>
        {
            definition.ToTable(nameof(DefinitionHash));
            definition.HasKey(row => new { row.Kind, row.Key, row.Version });
        });
        model.Entity<Seeding>(seeding =>
        {
            seeding.ToTable(nameof(Seeding));
            seeding.HasKey(row => row.Name);
        });
    }
}
