using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

/// <summary>What people thought of a course, and what came of it.</summary>
internal static class EvaluationModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<EvaluationAsked>(asked =>
        {
            asked.ToTable("EvaluationAsked");
            asked.HasKey(a => new { a.EnrolmentId, a.Round });
            asked.HasOne<Enrolment>().WithMany().HasForeignKey(a => a.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
            asked.Property(a => a.Round).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<EvaluationAnswer>(answer =>
        {
            answer.ToTable("EvaluationAnswer");
            answer.HasOne<CourseSession>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
            answer.HasIndex(a => new { a.SessionId, a.Round });
            answer.Property(a => a.Round).HasConversion<string>().HasMaxLength(20);
            answer.Property(a => a.Good).HasMaxLength(EvaluationAnswer.LongestText);
            answer.Property(a => a.Better).HasMaxLength(EvaluationAnswer.LongestText);
        });
        model.Entity<DecisionFact>(fact =>
        {
            fact.ToTable("DecisionFact");
            fact.HasKey(f => f.DecisionId);
            fact.HasIndex(f => new { f.DecidedById, f.DecidedAt });
            fact.Property(f => f.Gate).HasMaxLength(40);
        });
        model.Entity<IdeaPlace>(place =>
        {
            place.ToTable("IdeaPlace");
            place.HasKey(p => p.IdeaId);
        });
    }
}
