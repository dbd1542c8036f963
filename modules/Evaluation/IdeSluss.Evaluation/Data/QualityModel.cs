using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Evaluation.Data;

/// <summary>Risks, changed routines and self-checks that come with decisions.</summary>
internal static class QualityModel
{
    private const int Longest = 2_000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<QualityRisk>(risk =>
        {
            risk.ToTable("QualityRisk");
            Work(risk);
            risk.Property(r => r.What).HasMaxLength(Longest);
            risk.Property(r => r.Cause).HasMaxLength(Longest);
            risk.Property(r => r.Action).HasMaxLength(Longest);
            risk.Property(r => r.Who).HasMaxLength(Longest);
        });
        model.Entity<RoutineChange>(routine =>
        {
            routine.ToTable("RoutineChange");
            Work(routine);
            routine.Property(r => r.Routine).HasMaxLength(Longest);
        });
        model.Entity<SelfCheck>(check =>
        {
            check.ToTable("SelfCheck");
            Work(check);
            check.HasIndex(c => new { c.NextOn, c.Id });
            check.Property(c => c.What).HasMaxLength(Longest);
            check.Property(c => c.How).HasMaxLength(Longest);
            check.Property(c => c.Who).HasMaxLength(Longest);
            check.Property(c => c.Often).HasMaxLength(20);
        });
        model.Entity<SelfCheckResult>(result =>
        {
            result.ToTable("SelfCheckResult");
            result.HasOne<SelfCheck>().WithMany().HasForeignKey(r => r.SelfCheckId).OnDelete(DeleteBehavior.Cascade);
            result.HasIndex(r => new { r.SelfCheckId, r.Day });
            result.Property(r => r.Note).HasMaxLength(SelfCheckResult.LongestNote);
        });
    }

    private static void Work<T>(EntityTypeBuilder<T> work) where T : QualityWork
    {
        work.HasIndex(w => new { w.DecisionId, w.Row }).IsUnique();
        work.HasIndex(w => new { w.AuthorityId, w.Day });
        work.Property(w => w.CaseNumber).HasMaxLength(60);
    }
}
