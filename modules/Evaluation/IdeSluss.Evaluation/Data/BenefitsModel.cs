using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

/// <summary>What was promised, and what came of it.</summary>
internal static class BenefitsModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<BenefitPlan>(plan =>
        {
            plan.ToTable("BenefitPlan");
            plan.HasIndex(p => p.IdeaId).IsUnique();
            plan.HasIndex(p => p.DecisionId);
            plan.HasIndex(p => p.OwnerId);
            plan.HasIndex(p => new { p.CreatedAt, p.Id }).IsDescending();
            plan.Property(p => p.CaseNumber).HasMaxLength(60);
            plan.Property(p => p.Track).HasMaxLength(40);
            plan.Property(p => p.Outcome).HasMaxLength(40);
            plan.Property(p => p.Forms).HasColumnType("jsonb");
            plan.Property(p => p.PlannedPerYear).HasPrecision(18, 2);
        });
        model.Entity<FollowUp>(followUp =>
        {
            followUp.ToTable("FollowUp");
            followUp.HasOne<BenefitPlan>().WithMany().HasForeignKey(f => f.PlanId).OnDelete(DeleteBehavior.Cascade);
            // Once each, whoever makes them and however often.
            followUp.HasIndex(f => new { f.PlanId, f.Form }).IsUnique();
            followUp.HasIndex(f => f.Due).HasFilter("state = 'Planned'").HasDatabaseName("ix_follow_up_planned");
            followUp.HasIndex(f => f.State).HasFilter("state = 'Open'").HasDatabaseName("ix_follow_up_open");
            followUp.HasIndex(f => f.EndedAt);
            followUp.Property(f => f.Form).HasMaxLength(60);
            followUp.Property(f => f.State).HasConversion<string>().HasMaxLength(20);
            followUp.Property(f => f.Answers).HasColumnType("jsonb");
            followUp.Property(f => f.RealisedPerYear).HasPrecision(18, 2);
        });
    }
}
