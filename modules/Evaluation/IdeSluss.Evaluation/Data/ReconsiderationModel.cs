using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

internal static class ReconsiderationModel
{
    public static void Map(ModelBuilder model) => model.Entity<Reconsideration>(one =>
    {
        one.ToTable("Reconsideration");
        // One for each decision: of a hundred who ask at the same moment one does.
        one.HasIndex(r => r.DecisionId).IsUnique();
        one.HasIndex(r => r.IdeaId);
        one.HasIndex(r => new { r.AskedAt, r.Id }).IsDescending();
        one.HasIndex(r => r.DeciderId).HasFilter("state = 'Waiting'").HasDatabaseName("ix_reconsideration_waiting");
        one.Property(r => r.CaseNumber).HasMaxLength(60);
        one.Property(r => r.Gate).HasMaxLength(40);
        one.Property(r => r.FirstDecidedAs).HasMaxLength(60);
        one.Property(r => r.DecidedAs).HasMaxLength(60);
        one.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        one.Property(r => r.Reason).HasMaxLength(Reconsideration.LongestText);
        one.Property(r => r.Motivation).HasMaxLength(Reconsideration.LongestText);
    });
}
