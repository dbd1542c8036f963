using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Data;

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("Consultation");
        consultation.HasIndex(c => new { c.IdeaId, c.Id });
        // One open question to each body at a gate, however many ask at the same moment; several units can be asked at once.
        consultation.HasIndex(c => new { c.IdeaId, c.Gate, c.Body }).IsUnique().HasFilter("status = 'Asked' and body <> 'OTHER_UNIT'").HasDatabaseName("ix_consultation_open");
        // The clock and the lists of those who are asked.
        consultation.HasIndex(c => new { c.LastDay, c.Id }).HasFilter("status = 'Asked'").HasDatabaseName("ix_consultation_waiting");
        consultation.Property(c => c.Status).HasConversion<string>().HasMaxLength(20);
        consultation.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(20);
        consultation.HasOne<Idea>().WithMany().HasForeignKey(c => c.IdeaId);
    }
}
