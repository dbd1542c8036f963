using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

internal static class ProgrammeModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Programme>(programme =>
        {
            programme.ToTable("Programme");
            programme.HasIndex(p => p.Code).IsUnique();
            programme.Property(p => p.Code).HasMaxLength(Programme.LongestCode);
            programme.Property(p => p.Frame).HasColumnType("jsonb");
            programme.Property(p => p.Work).HasColumnType("jsonb");
            programme.Property(p => p.Effects).HasColumnType("jsonb");
            programme.Property(p => p.Partners).HasColumnType("jsonb");
        });
        model.Entity<RenewalDecision>(decision =>
        {
            decision.ToTable("RenewalDecision");
            decision.HasOne<Programme>().WithMany().HasForeignKey(d => d.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            decision.HasIndex(d => new { d.ProgrammeId, d.Year });
            decision.Property(d => d.Amount).HasPrecision(14, 2);
            decision.Property(d => d.DecidedBy).HasMaxLength(RenewalDecision.LongestName);
            decision.Property(d => d.Paragraph).HasMaxLength(RenewalDecision.LongestParagraph);
        });
        model.Entity<ProgrammeEntry>(entry =>
        {
            entry.ToTable("ProgrammeEntry");
            entry.HasOne<Programme>().WithMany().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(e => new { e.ProgrammeId, e.RecordedAt, e.Id }).IsDescending(false, true, true);
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
            entry.Property(e => e.Partner).HasMaxLength(120);
            entry.Property(e => e.What).HasMaxLength(ProgrammeEntry.LongestText);
            entry.Property(e => e.Amount).HasPrecision(14, 2);
        });
        model.Entity<ProgrammeReport>(report =>
        {
            report.ToTable("ProgrammeReport");
            report.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            report.HasIndex(r => new { r.ProgrammeId, r.MadeAt });
            report.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        });
    }
}
