using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

/// <summary>What is required for what, and who may do without.</summary>
internal static class CompetenceModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CompetenceRule>(rule =>
        {
            rule.ToTable("CompetenceRule");
            rule.HasKey(r => new { r.Action, r.CourseId });
            rule.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
            rule.Property(r => r.Action).HasMaxLength(CompetenceRule.LongestAction);
        });
        model.Entity<Dispensation>(dispensation =>
        {
            dispensation.ToTable("Dispensation");
            dispensation.HasOne<Learner>().WithMany().HasForeignKey(d => d.LearnerId).OnDelete(DeleteBehavior.Restrict);
            dispensation.HasOne<Course>().WithMany().HasForeignKey(d => d.CourseId).OnDelete(DeleteBehavior.Restrict);
            dispensation.HasIndex(d => new { d.LearnerId, d.CourseId });
            dispensation.Property(d => d.Reason).HasMaxLength(Dispensation.LongestReason);
        });
    }
}
