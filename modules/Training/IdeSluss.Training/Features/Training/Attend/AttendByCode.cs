using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Attend;

internal sealed record Attended(string Course, string Title, string? EnglishTitle, int Part);

/// <summary>The one who is logged in gives the code that is shown in the room. Only a part that goes on now, of a session where one has a seat.</summary>
internal sealed class AttendByCode(TrainingDbContext db, PartCodes codes, CurrentUser me, TimeProvider time)
{
    /// <summary>People come early, and stay to talk.</summary>
    private const int Margin = 30;

    public async Task<Outcome<Attended>> HandleAsync(string? code, CancellationToken cancellationToken)
    {
        var (given, person, now) = (PartCodes.Normal(code), me.RequiredId, time.GetUtcNow());
        if (given.Length != PartCodes.Length) return Problem.Invalid(new FieldError("code", "Kod: skriv de fem bokstäverna som visas i lokalen."));
        var (early, late) = (now.AddMinutes(Margin), now.AddMinutes(-Margin));
        var mine = await db.Enrolments.AsNoTracking().Where(one => one.State == EnrolmentState.Confirmed && db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == person))
            .Join(db.Parts.Where(part => part.StartsAt <= early && part.EndsAt >= late), one => one.SessionId, part => part.SessionId, (enrolment, part) => new { Enrolment = enrolment.Id, Part = part })
            .Join(db.Sessions, row => row.Part.SessionId, session => session.Id, (row, session) => new { row.Enrolment, row.Part, session.CourseId })
            .Join(db.Courses, row => row.CourseId, course => course.Id, (row, course) => new { row.Enrolment, row.Part, course.Code, course.Title, course.EnglishTitle }).ToListAsync(cancellationToken);
        if (mine.Find(row => codes.Of(row.Part.Id) == given) is not { } here) return Problem.Invalid(new FieldError("code", "Kod: den stämmer inte med en kurs som du har plats på och som pågår nu. Säg till läraren, så prickar hen av dig."));
        if (!await db.Attendances.AnyAsync(one => one.EnrolmentId == here.Enrolment && one.PartId == here.Part.Id, cancellationToken))
        {
            db.Attendances.Add(new() { EnrolmentId = here.Enrolment, PartId = here.Part.Id, Minutes = here.Part.Minutes, Method = AttendanceMethod.Code, At = now, ById = person });
            // Pressed twice at once: the other one has written the same.
            await db.TryAddAsync(cancellationToken);
        }

        return new Attended(here.Code, here.Title, here.EnglishTitle, here.Part.Number);
    }
}
