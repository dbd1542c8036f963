using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Data;

internal sealed class ReceiverMapping : IEntityTypeConfiguration<ReceiverCommitment>
{
    public void Configure(EntityTypeBuilder<ReceiverCommitment> receiver)
    {
        receiver.ToTable("Receiver");
        // One that counts per case, however many propose at the same moment.
        receiver.HasIndex(r => r.IdeaId).IsUnique().HasFilter("ended_at is null").HasDatabaseName("ix_receiver_current");
        receiver.HasIndex(r => new { r.UnitId, r.Status });
        receiver.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
        receiver.HasOne<Idea>().WithMany().HasForeignKey(r => r.IdeaId);
    }
}
