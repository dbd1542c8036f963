using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Data;

/// <summary>Tests, those who take part, the log and the result.</summary>
internal static class TestModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Trial>(trial =>
        {
            trial.ToTable("Trial");
            trial.HasIndex(t => t.Number).IsUnique();
            // A decision that is delivered twice makes one test.
            trial.HasIndex(t => t.DecisionId).IsUnique();
            trial.HasIndex(t => t.IdeaId);
            trial.HasIndex(t => new { t.CreatedAt, t.Id }).IsDescending();
            trial.HasIndex(t => new { t.ClosedAt, t.Id }).IsDescending().HasFilter("closed_at is not null").HasDatabaseName("ix_trial_closed");
            trial.HasIndex(t => t.ContactsUntil).HasFilter("contacts_until is not null");
            trial.HasIndex(t => t.Terms).HasMethod("gin");
            trial.HasOne<Testbed>().WithMany().HasForeignKey(t => t.TestbedId).OnDelete(DeleteBehavior.Restrict);
            trial.Property(t => t.Number).HasMaxLength(Trial.LongestNumber);
            trial.Property(t => t.CaseNumber).HasMaxLength(Trial.LongestNumber);
            trial.Property(t => t.Track).HasMaxLength(40);
            trial.Property(t => t.Status).HasConversion<string>().HasMaxLength(20);
            trial.Property(t => t.OwnPlace).HasMaxLength(Trial.LongestLine);
            trial.Property(t => t.Recruitment).HasMaxLength(Trial.LongestText);
        });
        model.Entity<TrialMeasure>(measure =>
        {
            measure.ToTable("TrialMeasure");
            measure.HasOne<Trial>().WithMany().HasForeignKey(m => m.TrialId).OnDelete(DeleteBehavior.Cascade);
            measure.HasIndex(m => new { m.TrialId, m.Name }).IsUnique();
            measure.Property(m => m.Uncertainty).HasMaxLength(Trial.LongestLine);
            measure.Property(m => m.Source).HasMaxLength(Trial.LongestLine);
        });
        model.Entity<ProcessingBasis>(basis =>
        {
            basis.ToTable("ProcessingBasis");
            basis.HasOne<Trial>().WithMany().HasForeignKey(b => b.TrialId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<TrialLogEntry>(entry =>
        {
            entry.ToTable("TrialLog");
            entry.HasOne<Trial>().WithMany().HasForeignKey(e => e.TrialId).OnDelete(DeleteBehavior.Cascade);
            entry.HasOne<Participant>().WithMany().HasForeignKey(e => e.ParticipantId).OnDelete(DeleteBehavior.SetNull);
            entry.HasIndex(e => new { e.TrialId, e.At, e.Id });
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
            entry.Property(e => e.Text).HasMaxLength(Trial.LongestText);
            entry.Property(e => e.Reference).HasMaxLength(Trial.LongestLine);
            entry.Property(e => e.Action).HasMaxLength(Trial.LongestText);
        });
        model.Entity<TrialResult>(result =>
        {
            result.ToTable("TrialResult");
            result.HasKey(r => r.TrialId);
            result.HasOne<Trial>().WithOne().HasForeignKey<TrialResult>(r => r.TrialId).OnDelete(DeleteBehavior.Cascade);
            result.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(20);
            result.Property(r => r.Recommendation).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Participant>(participant =>
        {
            participant.ToTable("Participant");
            participant.HasOne<Trial>().WithMany().HasForeignKey(p => p.TrialId).OnDelete(DeleteBehavior.Cascade);
            participant.HasIndex(p => new { p.TrialId, p.Order }).IsUnique();
            participant.Property(p => p.Group).HasConversion<string>().HasMaxLength(20);
            participant.Property(p => p.Age).HasConversion<string>().HasMaxLength(20);
            participant.HasOne(p => p.Consent).WithOne().HasForeignKey<ParticipationConsent>(c => c.ParticipantId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ParticipantContact>(contact =>
        {
            contact.ToTable("ParticipantContact");
            contact.HasKey(c => c.ParticipantId);
            contact.HasOne<Participant>().WithOne().HasForeignKey<ParticipantContact>(c => c.ParticipantId).OnDelete(DeleteBehavior.Cascade);
            contact.HasIndex(c => c.TrialId);
            contact.Property(c => c.Name).HasMaxLength(ParticipantContact.LongestLine);
            contact.Property(c => c.Reach).HasMaxLength(ParticipantContact.LongestLine);
        });
        model.Entity<ParticipationConsent>(consent =>
        {
            consent.ToTable("ParticipationConsent");
            consent.HasKey(c => c.ParticipantId);
            consent.Property(c => c.TextVersion).HasMaxLength(ParticipationConsent.LongestVersion);
            consent.Property(c => c.Language).HasMaxLength(20);
            consent.Property(c => c.Format).HasConversion<string>().HasMaxLength(20);
            consent.Property(c => c.GivenBy).HasConversion<string>().HasMaxLength(20);
            consent.Property(c => c.Mandate).HasMaxLength(ParticipationConsent.LongestMandate);
        });
    }
}
