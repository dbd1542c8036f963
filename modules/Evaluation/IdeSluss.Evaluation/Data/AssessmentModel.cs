using System.Text.Json;
using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

internal static class AssessmentModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<QuestionSet>(set =>
        {
            set.ToTable("QuestionSet");
            set.HasIndex(s => s.Code).IsUnique();
            set.Property(s => s.Code).HasMaxLength(QuestionSet.LongestCode);
        });
        model.Entity<QuestionVersion>(version =>
        {
            version.ToTable("QuestionVersion");
            version.HasOne<QuestionSet>().WithMany().HasForeignKey(v => v.SetId).OnDelete(DeleteBehavior.Restrict);
            version.HasIndex(v => new { v.SetId, v.Number }).IsUnique();
            version.Property(v => v.Content).HasColumnType("jsonb").HasConversion(content => JsonSerializer.Serialize(content, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<QuestionContent>(json, JsonSerializerOptions.Web)!);
        });
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("Assessment");
            assessment.HasOne<QuestionSet>().WithMany().HasForeignKey(a => a.SetId).OnDelete(DeleteBehavior.Restrict);
            assessment.HasOne<QuestionVersion>().WithMany().HasForeignKey(a => a.QuestionVersionId).OnDelete(DeleteBehavior.Restrict);
            // Two of one year could not be compared with the next.
            assessment.HasIndex(a => new { a.SetId, a.UnitId, a.Year, a.Kind }).IsUnique();
            assessment.HasIndex(a => new { a.OpenedAt, a.Id }).IsDescending();
            assessment.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<AssessmentParticipant>(participant =>
        {
            participant.ToTable("AssessmentParticipant");
            participant.HasKey(p => new { p.AssessmentId, p.PersonId });
            participant.HasOne<Assessment>().WithMany().HasForeignKey(p => p.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AssessmentAnswer>(answer =>
        {
            answer.ToTable("AssessmentAnswer");
            answer.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            answer.HasIndex(a => a.AssessmentId);
            answer.Property(a => a.Answers).HasColumnType("jsonb");
        });
    }
}
