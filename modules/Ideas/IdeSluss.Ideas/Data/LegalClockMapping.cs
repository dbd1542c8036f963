using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Data;

internal sealed class LegalClockMapping : IEntityTypeConfiguration<LegalClock>
{
    public void Configure(EntityTypeBuilder<LegalClock> clock)
    {
        clock.ToTable("LegalClock");
        clock.HasIndex(c => c.IdeaId);
        // One of a kind runs for a case, however many start it at the same moment.
        clock.HasIndex(c => new { c.IdeaId, c.Kind }).IsUnique().HasFilter("stopped_at is null and idea_id is not null").HasDatabaseName("ix_legal_clock_running");
        // The list and the warnings: what runs, by last day.
        clock.HasIndex(c => new { c.Due, c.Id }).HasFilter("stopped_at is null").HasDatabaseName("ix_legal_clock_due");
        clock.Property(c => c.Stop).HasConversion<string>().HasMaxLength(20);
        clock.HasOne<Idea>().WithMany().HasForeignKey(c => c.IdeaId);
    }
}
