using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

/// <summary>What kind of innovation ideas in use were, what coaches say of solutions, and how far submitters trust us.</summary>
internal static class BarometerModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Innovation>(innovation =>
        {
            innovation.ToTable("Innovation");
            // Asked once, whoever asks and however often.
            innovation.HasIndex(i => i.IdeaId).IsUnique();
            innovation.HasIndex(i => i.DecisionId);
            innovation.HasIndex(i => i.InUseOn);
            innovation.HasIndex(i => i.OwnerId).HasFilter("state = 'Waiting'").HasDatabaseName("ix_innovation_asked_of");
            innovation.HasIndex(i => new { i.InUseOn, i.Id }).IsDescending().HasFilter("state <> 'Answered'").HasDatabaseName("ix_innovation_unanswered");
            innovation.HasIndex(i => i.EndedAt).HasFilter("state = 'Answered'").HasDatabaseName("ix_innovation_answered");
            innovation.Property(i => i.CaseNumber).HasMaxLength(60);
            innovation.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
            innovation.Property(i => i.Answers).HasColumnType("jsonb");
        });
        model.Entity<TrustTicket>(ticket =>
        {
            ticket.ToTable("TrustTicket");
            ticket.Property(t => t.Id).ValueGeneratedNever();
            ticket.Property(t => t.Quarter).HasMaxLength(SettledPeriod.LongestName);
        });
        model.Entity<TrustSum>(sum =>
        {
            sum.ToTable("TrustSum");
            sum.HasKey(s => s.Quarter);
            sum.Property(s => s.Quarter).HasMaxLength(SettledPeriod.LongestName);
        });
        model.Entity<SolutionMark>(mark =>
        {
            mark.ToTable("SolutionMark");
            mark.HasKey(m => m.IdeaId);
            mark.HasIndex(m => m.MarkedAt);
            mark.Property(m => m.Nature).HasMaxLength(SolutionMark.LongestNature);
        });
    }
}
