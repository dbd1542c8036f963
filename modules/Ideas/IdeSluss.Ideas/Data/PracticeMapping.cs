using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Data;

/// <summary>Apart from all cases: no key leads from here to an idea or back.</summary>
internal sealed class PracticeMapping : IEntityTypeConfiguration<PracticeCase>
{
    public void Configure(EntityTypeBuilder<PracticeCase> practice)
    {
        practice.ToTable("PracticeCase");
        practice.HasIndex(one => new { one.PersonId, one.Exercise }).IsUnique();
        practice.HasIndex(one => one.ChangedAt);
        practice.Property(one => one.Exercise).HasMaxLength(40);
        practice.Property(one => one.State).HasColumnType("jsonb");
    }
}
