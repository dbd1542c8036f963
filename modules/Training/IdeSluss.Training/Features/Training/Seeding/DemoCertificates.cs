using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seeding;

/// <summary>A course that has been given, with attendance and certificates, and one certificate that soon runs out: invented, for people of the demo.</summary>
internal sealed class DemoCertificates(TrainingDbContext db, IPeopleDirectory people, IOrganisation organisation, TimeProvider time) : ISeeder
{
    public int Order => 260;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(course => course.Code, cancellationToken);
        var today = time.StockholmToday();
        var day = WorkingDays.Add(today.AddDays(-41), 1);
        var session = new CourseSession
        {
            Id = Guid.CreateVersion7(), CourseId = courses["POL-101"].Id, State = SessionState.Open, Place = "Sammanträdesrum Exempel", Teachers = "Idécoacherna", HearingLoop = true, Seats = 20, StartsAt = day.StartInStockholm().AddHours(17),
            EndsAt = day.StartInStockholm().AddHours(20), EnrolFrom = day.AddDays(-40), EnrolUntil = day.AddDays(-1), CancelUntil = day.AddDays(-7), IsExample = true,
        };
        var part = new SessionPart { Id = Guid.CreateVersion7(), SessionId = session.Id, Number = 1, StartsAt = session.StartsAt, EndsAt = session.EndsAt };
        db.AddRange(session, part);
        if (await LearnerAsync("ledamot", RoleTrack.ElectedMember, cancellationToken) is { } member)
        {
            var enrolment = new Enrolment { Id = Guid.CreateVersion7(), SessionId = session.Id, LearnerId = member.Id, State = EnrolmentState.Confirmed, Tracks = [RoleTrack.ElectedMember], Priority = 0, EnrolledAt = session.StartsAt.AddDays(-20) };
            db.AddRange(enrolment, new Attendance { EnrolmentId = enrolment.Id, PartId = part.Id, Minutes = part.Minutes, Method = AttendanceMethod.List, At = session.EndsAt, ById = member.PersonId!.Value });
            Certify(member, courses["POL-101"], session.Id, day);
        }

        if (await LearnerAsync("testledare", RoleTrack.TestLeader, cancellationToken) is { } leader)
        {
            Certify(leader, courses["COA-201"], null, today.AddMonths(-23));
            Certify(leader, courses["GDP-101"], null, today.AddMonths(-3));
        }

        if (await LearnerAsync("coach", RoleTrack.IdeaCoach, cancellationToken) is { } coach) Certify(coach, courses["COA-101"], null, today.AddMonths(-8));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Learner?> LearnerAsync(string persona, RoleTrack track, CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync($"{persona}@demo.example", cancellationToken) is not { } person) return null;
        if (await db.Learners.FirstOrDefaultAsync(one => one.PersonId == person.Id, cancellationToken) is { } known) return known;
        var authority = await organisation.ReceivingAuthorityAsync(cancellationToken);
        var learner = new Learner { Id = Guid.CreateVersion7(), PersonId = person.Id, Email = person.Email, Name = person.DisplayName, AuthorityId = authority.Id, Tracks = [track], Listed = true };
        db.Learners.Add(learner);
        return learner;
    }

    private void Certify(Learner learner, Course course, Guid? session, DateOnly completedOn) => db.Certificates.Add(new()
    {
        Id = Guid.CreateVersion7(), LearnerId = learner.Id, CourseId = course.Id, SessionId = session, Edition = course.Edition, Hours = course.Hours, CompletedOn = completedOn,
        ValidUntil = course.ValidityMonths is { } months ? completedOn.AddMonths(months) : null, IssuedAt = completedOn.StartInStockholm().AddHours(12),
    });
}
