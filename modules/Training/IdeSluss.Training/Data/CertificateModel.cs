using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

/// <summary>Who was there, and what they have to show for it.</summary>
internal static class CertificateModel
{
    public const string Serials = "certificate_serial";

    public static void Map(ModelBuilder model)
    {
        model.HasSequence<int>(Serials);
        model.Entity<Attendance>(attendance =>
        {
            attendance.ToTable("Attendance");
            attendance.HasKey(a => new { a.EnrolmentId, a.PartId });
            attendance.HasOne<Enrolment>().WithMany().HasForeignKey(a => a.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
            // A part about which something is written cannot be taken away.
            attendance.HasOne<SessionPart>().WithMany().HasForeignKey(a => a.PartId).OnDelete(DeleteBehavior.Restrict);
            attendance.Property(a => a.Method).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Certificate>(certificate =>
        {
            certificate.ToTable("Certificate");
            certificate.HasOne<Learner>().WithMany().HasForeignKey(c => c.LearnerId).OnDelete(DeleteBehavior.Restrict);
            certificate.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId).OnDelete(DeleteBehavior.Restrict);
            certificate.HasOne<CourseSession>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
            certificate.Property(c => c.Serial).HasDefaultValueSql($"nextval('training.{Serials}')");
            certificate.HasIndex(c => c.Serial).IsUnique();
            certificate.Property(c => c.Hours).HasPrecision(5, 1);
            certificate.Property(c => c.RevokedReason).HasMaxLength(Certificate.LongestReason);
            // One that counts for each session, and one for each edition that is read on the web.
            certificate.HasIndex(c => new { c.LearnerId, c.SessionId }).IsUnique().HasFilter("session_id is not null and revoked_at is null").HasDatabaseName("ix_certificate_of_session");
            certificate.HasIndex(c => new { c.LearnerId, c.CourseId, c.Edition, c.CompletedOn }).IsUnique().HasFilter("session_id is null").HasDatabaseName("ix_certificate_of_reading");
            certificate.HasIndex(c => c.ValidUntil).HasFilter("warned_at is null and revoked_at is null").HasDatabaseName("ix_certificate_to_warn");
        });
    }
}
