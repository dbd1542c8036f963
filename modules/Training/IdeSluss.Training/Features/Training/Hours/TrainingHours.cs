using System.Globalization;
using CsvHelper;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Hours;

/// <summary>Attended time at one session.</summary>
internal sealed record AttendedSession(DateOnly Day, string Course, string Title, string? EnglishTitle, int Minutes);

internal sealed record MemberHours(string Name, string Where, int Minutes, IReadOnlyList<AttendedSession> Sessions);

/// <summary>
/// Time that elected members have spent in training, for their remuneration (<c>domain.md</c> 4.1): the secretary sees those of the nämnd they write for, a member sees their own, and nobody sees
/// anyone else's. Only what was attended counts, not what was enrolled in.
/// </summary>
internal sealed class TrainingHours(TrainingDbContext db, IOrganisation organisation, IStringLocalizer texts, CurrentUser me)
{
    public const int LongestDays = 400;
    private const int MostRows = 5_000;

    public async Task<IReadOnlyList<AttendedSession>> MineAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return [.. (await RowsAsync(db.Learners.Where(learner => learner.PersonId == person), from, to, electedOnly: false, cancellationToken)).Select(row => row.Session)];
    }

    public async Task<Outcome<IReadOnlyList<MemberHours>>> MembersAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (to < from || to.DayNumber - from.DayNumber > LongestDays) return Problem.Invalid(new FieldError("to", new Text("Till och med: den får inte vara före från och med, och högst {0} dagar efter.", LongestDays)));
        var rows = await RowsAsync(db.Learners.Within(me.Scope(TrainingPermissions.ReadHours)), from, to, electedOnly: true, cancellationToken);
        var members = new List<MemberHours>();
        foreach (var member in rows.GroupBy(row => row.Learner.Id))
        {
            var learner = member.First().Learner;
            members.Add(new(learner.Name, await organisation.PlaceNameAsync(learner.AuthorityId, learner.UnitId, cancellationToken), member.Sum(row => row.Session.Minutes), [.. member.Select(row => row.Session)]));
        }

        return members;
    }

    /// <summary>One line per member and session; cells that a spreadsheet would run are guarded.</summary>
    public byte[] Csv(IReadOnlyList<MemberHours> members)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([texts["Namn"].Value, texts["Nämnd eller enhet"].Value, texts["Dag"].Value, texts["Kurs"].Value, texts["Minuter"].Value]);
            foreach (var (member, session) in members.SelectMany(member => member.Sessions.Select(session => (member, session))))
                csv.WriteRecord([member.Name, member.Where, session.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), session.Course, session.Minutes.ToString(CultureInfo.InvariantCulture)]);
        }

        return bytes.ToArray();
    }

    private async Task<List<(Learner Learner, AttendedSession Session)>> RowsAsync(IQueryable<Learner> learners, DateOnly from, DateOnly to, bool electedOnly, CancellationToken cancellationToken)
    {
        var (start, end) = (Counted(from).StartInStockholm(), Counted(to).AddDays(1).StartInStockholm());
        var rows = await (
            from learner in learners
            join enrolment in db.Enrolments on learner.Id equals enrolment.LearnerId
            join attendance in db.Attendances on enrolment.Id equals attendance.EnrolmentId
            join part in db.Parts on attendance.PartId equals part.Id
            join session in db.Sessions on part.SessionId equals session.Id
            join course in db.Courses on session.CourseId equals course.Id
            where part.StartsAt >= start && part.StartsAt < end && (!electedOnly || enrolment.Tracks.Contains(RoleTrack.ElectedMember) || learner.Tracks.Contains(RoleTrack.ElectedMember))
            orderby learner.Name, learner.Id, part.StartsAt
            select new { Learner = learner, session.Id, part.StartsAt, course.Code, course.Title, course.EnglishTitle, attendance.Minutes }).AsNoTracking().Take(MostRows).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Learner.Id, Session: row.Id)).Select(group => (group.First().Learner,
            new AttendedSession(group.First().StartsAt.StockholmDay(), group.First().Code, group.First().Title, group.First().EnglishTitle, group.Sum(row => row.Minutes))))];
    }

    /// <summary>Nothing is given outside these, and beyond them days cannot be counted.</summary>
    private static DateOnly Counted(DateOnly day) => day.Year < 2000 ? new(2000, 1, 1) : day.Year > 2200 ? new(2200, 12, 31) : day;
}
