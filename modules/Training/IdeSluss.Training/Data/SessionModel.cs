using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

/// <summary>Sessions, and who takes part in them.</summary>
internal static class SessionModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CourseSession>(session =>
        {
            session.ToTable("Session");
            session.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
            // Coming ones of a course, and what the jobs look for.
            session.HasIndex(s => new { s.CourseId, s.StartsAt });
            session.HasIndex(s => new { s.StartsAt, s.Id });
            session.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
            foreach (var line in new[] { nameof(CourseSession.Place), nameof(CourseSession.Teachers) }) session.Property(line).HasMaxLength(Course.LongestLine);
            session.Property(s => s.OnlineAddress).HasMaxLength(1_000);
            session.Property(s => s.CancelReason).HasMaxLength(Course.LongestText);
        });
        model.Entity<SessionPart>(part =>
        {
            part.ToTable("SessionPart");
            part.HasOne<CourseSession>().WithMany().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Cascade);
            part.HasIndex(p => new { p.SessionId, p.Number }).IsUnique();
            part.Ignore(p => p.Minutes);
        });
        model.Entity<SeatReservation>(reservation =>
        {
            reservation.ToTable("SeatReservation");
            reservation.HasKey(r => new { r.SessionId, r.Track });
            reservation.HasOne<CourseSession>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Cascade);
            reservation.Property(r => r.Track).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Learner>(learner =>
        {
            learner.ToTable("Learner");
            learner.HasIndex(l => l.PersonId).IsUnique();
            learner.HasIndex(l => l.Email).IsUnique();
            learner.HasIndex(l => new { l.AuthorityId, l.UnitId });
            learner.Property(l => l.Email).HasMaxLength(Learner.LongestEmail);
            learner.Property(l => l.Name).HasMaxLength(Learner.LongestName);
            learner.Property(l => l.Language).HasMaxLength(20);
            learner.PrimitiveCollection(l => l.Tracks).ElementType().HasConversion<string>();
        });
        model.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("Enrolment");
            enrolment.HasOne<CourseSession>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.Restrict);
            enrolment.HasOne<Learner>().WithMany().HasForeignKey(e => e.LearnerId).OnDelete(DeleteBehavior.Restrict);
            // Nobody is enrolled twice in the same session, whatever happens at the same time.
            enrolment.HasIndex(e => new { e.SessionId, e.LearnerId }).IsUnique().HasFilter("state in ('Requested', 'Waiting', 'Offered', 'Confirmed')").HasDatabaseName("ix_enrolment_living");
            enrolment.HasIndex(e => new { e.SessionId, e.State });
            enrolment.HasIndex(e => e.ApproverId).HasFilter("state = 'Requested'").HasDatabaseName("ix_enrolment_to_approve");
            enrolment.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
            enrolment.Property(e => e.SeatOf).HasConversion<string>().HasMaxLength(20);
            enrolment.PrimitiveCollection(e => e.Tracks).ElementType().HasConversion<string>();
        });
        model.Entity<EnrolmentNeeds>(needs =>
        {
            needs.ToTable("EnrolmentNeeds");
            needs.HasKey(n => n.EnrolmentId);
            needs.HasOne<Enrolment>().WithOne().HasForeignKey<EnrolmentNeeds>(n => n.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
            needs.Property(n => n.Food).HasMaxLength(EnrolmentNeeds.Longest);
            needs.Property(n => n.Access).HasMaxLength(EnrolmentNeeds.Longest);
        });
    }
}
