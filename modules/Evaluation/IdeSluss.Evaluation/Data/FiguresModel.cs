using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

/// <summary>Voluntary answers, who works in which area, and what researchers may take out.</summary>
internal static class FiguresModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Profile>(profile =>
        {
            profile.ToTable("Profile");
            profile.Property(p => p.Id).ValueGeneratedNever();
            profile.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
            profile.Property(p => p.Quarter).HasMaxLength(SettledPeriod.LongestName);
        });
        model.Entity<AreaWorkforce>(workforce =>
        {
            workforce.ToTable("AreaWorkforce");
            workforce.HasKey(w => w.Number);
            workforce.Property(w => w.Number).ValueGeneratedNever();
            workforce.Property(w => w.Source).HasMaxLength(AreaWorkforce.LongestSource);
        });
        model.Entity<ResearchAgreement>(agreement =>
        {
            agreement.ToTable("ResearchAgreement");
            agreement.HasIndex(a => a.ResearcherId);
            agreement.Property(a => a.Purpose).HasMaxLength(ResearchAgreement.LongestPurpose);
            agreement.Property(a => a.EthicsReference).HasMaxLength(ResearchAgreement.LongestReference);
            agreement.Property(a => a.Codebook).HasMaxLength(20);
        });
        model.Entity<ResearchExport>(export =>
        {
            export.ToTable("ResearchExport");
            export.HasOne<ResearchAgreement>().WithMany().HasForeignKey(e => e.AgreementId).OnDelete(DeleteBehavior.Restrict);
            export.Property(e => e.Codebook).HasMaxLength(20);
        });
    }
}
