using System.Text.Json;
using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

/// <summary>Sheets, those who judge, and what they judge.</summary>
internal static class JudgingModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Sheet>(sheet =>
        {
            sheet.ToTable("Sheet");
            sheet.HasIndex(s => s.Code).IsUnique();
            sheet.HasIndex(s => s.Gate).IsUnique().HasFilter("is_default").HasDatabaseName("ix_sheet_default");
            sheet.Property(s => s.Code).HasMaxLength(Sheet.LongestCode);
            sheet.Property(s => s.Gate).HasMaxLength(40);
            sheet.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<SheetVersion>(version =>
        {
            version.ToTable("SheetVersion");
            version.HasOne<Sheet>().WithMany().HasForeignKey(v => v.SheetId).OnDelete(DeleteBehavior.Restrict);
            version.HasIndex(v => new { v.SheetId, v.Number }).IsUnique();
            version.Property(v => v.Content).HasColumnType("jsonb").HasConversion(content => JsonSerializer.Serialize(content, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<SheetContent>(json, JsonSerializerOptions.Web)!);
        });
        model.Entity<Round>(round =>
        {
            round.ToTable("Round");
            round.HasOne<Sheet>().WithMany().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<SheetVersion>().WithMany().HasForeignKey(r => r.SheetVersionId).OnDelete(DeleteBehavior.Restrict);
            // One at a time: of two who begin at the same moment the second reads the first one's.
            round.HasIndex(r => new { r.IdeaId, r.Gate }).IsUnique().HasFilter("closed_at is null").HasDatabaseName("ix_round_open");
            round.HasIndex(r => r.IdeaId);
            round.HasIndex(r => new { r.StartedAt, r.Id }).IsDescending();
            round.HasIndex(r => new { r.Gate, r.ClosedAt });
            round.Property(r => r.CaseNumber).HasMaxLength(60);
            round.Property(r => r.Gate).HasMaxLength(40);
            round.Property(r => r.End).HasConversion<string>().HasMaxLength(20);
            round.Property(r => r.TalkText).HasMaxLength(Round.LongestText);
            round.Ignore(r => r.TalkWaits);
        });
        model.Entity<Review>(review =>
        {
            review.ToTable("Review");
            review.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
            review.HasIndex(r => new { r.RoundId, r.ReviewerId }).IsUnique();
            review.HasIndex(r => new { r.ReviewerId, r.State });
            review.HasIndex(r => r.State).HasFilter("state = 'Waiting'").HasDatabaseName("ix_review_waiting");
            review.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            review.Property(r => r.Answers).HasColumnType("jsonb");
            review.Property(r => r.Score).HasPrecision(4, 2);
            review.Property(r => r.Reason).HasMaxLength(Review.LongestReason);
        });
        model.Entity<Reviewer>(reviewer =>
        {
            reviewer.ToTable("Reviewer");
            reviewer.HasKey(r => r.PersonId);
            reviewer.HasIndex(r => r.DeputyId);
        });
        model.Entity<DeclaredTie>(tie =>
        {
            tie.ToTable("DeclaredTie");
            tie.HasIndex(t => t.PersonId);
            tie.HasIndex(t => t.IdeaId);
        });
        model.Entity<AskingRule>(rule =>
        {
            rule.ToTable("AskingRule");
            rule.HasOne<Sheet>().WithMany().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Restrict);
            rule.HasIndex(r => r.Gate);
            rule.Property(r => r.Gate).HasMaxLength(40);
            rule.Property(r => r.Area).HasMaxLength(40);
        });
    }
}
