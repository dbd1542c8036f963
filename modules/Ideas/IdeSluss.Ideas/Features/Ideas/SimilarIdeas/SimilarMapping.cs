using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

internal sealed class SimilarMapping : IEntityTypeConfiguration<SimilarOffer>, IEntityTypeConfiguration<SynonymGroup>
{
    public void Configure(EntityTypeBuilder<SimilarOffer> builder)
    {
        builder.ToTable("SimilarOffer");
        builder.HasKey(offer => new { offer.IdeaId, offer.Day, offer.Place });
        builder.Property(offer => offer.Place).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Idea>().WithMany().HasForeignKey(offer => offer.IdeaId);
    }

    public void Configure(EntityTypeBuilder<SynonymGroup> builder) => builder.ToTable("Synonym");
}
