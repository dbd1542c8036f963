using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.MyPeople;

internal enum CompetenceStatus
{
    Valid,

    /// <summary>A manager has let them do without for a time.</summary>
    ByDispensation,

    /// <summary>Within sixty days.</summary>
    RunsOutSoon,

    RunOut,

    /// <summary>Valid, but for an edition that no longer counts.</summary>
    OldEdition,

    /// <summary>Their role requires it, and they have never had it.</summary>
    Missing,
}

/// <param name="Until">Last day; null for always, and where there is none.</param>
internal sealed record CourseCompetence(string Code, string Title, string? EnglishTitle, CompetenceStatus Status, DateOnly? Until)
{
    public bool NeedsCare => Status >= CompetenceStatus.RunsOutSoon;
}

/// <param name="Courses">What their role requires and what they have, by code.</param>
internal sealed record PersonCompetence(Guid Id, string Name, string Where, IReadOnlyList<CourseCompetence> Courses);

/// <param name="People">How many there are, at most as many as are looked through.</param>
/// <param name="Care">Those who miss something, or soon will, at most <see cref="ReadMyPeople.MostCare"/>.</param>
/// <param name="ToApprove">Who wait for a yes or a no to a course.</param>
internal sealed record MyPeopleSummary(int People, int NeedCare, IReadOnlyList<PersonCompetence> Care, int ToApprove);

/// <summary>What those who work where one manages have learnt: what their role requires of them, and what they have. Elected members are nobody's staff.</summary>
internal sealed class ReadMyPeople(TrainingDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 50;
    public const int MostCare = 5;
    private const int MostLookedThrough = 200;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before.</param>
    public async Task<Page<PersonCompetence>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var mine = Mine();
        if (Guid.TryParse(after, out var last)) mine = mine.Where(learner => db.Learners.Any(one => one.Id == last && EF.Functions.GreaterThan(ValueTuple.Create(learner.Name, learner.Id), ValueTuple.Create(one.Name, one.Id))));
        var rows = await mine.OrderBy(learner => learner.Name).ThenBy(learner => learner.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(await OfAsync([.. rows.Take(PageSize)], cancellationToken), rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null);
    }

    /// <param name="unit">Nothing outside it.</param>
    public async Task<MyPeopleSummary> SumUpAsync(MyUnitSlot unit, CancellationToken cancellationToken)
    {
        var mine = Mine().Within(new PermissionScope(unit.Everything, unit.Authorities, unit.Units));
        var people = await OfAsync(await mine.OrderBy(learner => learner.Name).ThenBy(learner => learner.Id).Take(MostLookedThrough).ToListAsync(cancellationToken), cancellationToken);
        var care = people.Where(person => person.Courses.Any(course => course.NeedsCare)).ToList();
        var asked = await db.Enrolments.CountAsync(one => one.State == EnrolmentState.Requested && mine.Any(learner => learner.Id == one.LearnerId), cancellationToken);
        return new(people.Count, care.Count, [.. care.Take(MostCare)], asked);
    }

    private IQueryable<Learner> Mine()
    {
        var person = me.RequiredId;
        return db.Learners.AsNoTracking().Within(me.Scope(TrainingPermissions.ApproveEnrolments)).Where(learner => learner.PersonId != person && (learner.Tracks.Length == 0 || learner.Tracks.Any(track => track != RoleTrack.ElectedMember)));
    }

    private async Task<IReadOnlyList<PersonCompetence>> OfAsync(List<Learner> learners, CancellationToken cancellationToken)
    {
        var (ids, today) = (learners.Select(learner => learner.Id).ToList(), time.StockholmToday());
        var required = (await db.Steps.AsNoTracking().Where(step => step.Necessity == Necessity.Required).Join(db.Courses.Where(course => course.State == CourseState.Published), step => step.CourseId, course => course.Id, (step, course) => new { step.Track, Course = course }).ToListAsync(cancellationToken)).ToLookup(row => row.Track, row => row.Course);
        var certificates = (await db.Certificates.AsNoTracking().Where(one => ids.Contains(one.LearnerId) && one.RevokedAt == null).Join(db.Courses, one => one.CourseId, course => course.Id, (certificate, course) => new { Certificate = certificate, Course = course }).ToListAsync(cancellationToken)).ToLookup(row => row.Certificate.LearnerId);
        var dispensations = (await db.Dispensations.AsNoTracking().Where(one => ids.Contains(one.LearnerId) && one.EndedAt == null && one.Until >= today).Join(db.Courses, one => one.CourseId, course => course.Id, (dispensation, course) => new { Dispensation = dispensation, Course = course }).ToListAsync(cancellationToken)).ToLookup(row => row.Dispensation.LearnerId);
        var people = new List<PersonCompetence>();
        foreach (var learner in learners)
        {
            var tracks = learner.Tracks.Where(track => track != RoleTrack.ElectedMember).DefaultIfEmpty(RoleTrack.Staff);
            var courses = tracks.SelectMany(track => required[track]).Concat(certificates[learner.Id].Select(row => row.Course)).Concat(dispensations[learner.Id].Select(row => row.Course)).DistinctBy(course => course.Id).OrderBy(course => course.Code, StringComparer.Ordinal);
            people.Add(new(learner.Id, learner.Name, await organisation.PlaceNameAsync(learner.AuthorityId, learner.UnitId, cancellationToken), [.. courses.Select(course =>
                Of(course, [.. certificates[learner.Id].Where(row => row.Course.Id == course.Id).Select(row => row.Certificate)], dispensations[learner.Id].Where(row => row.Course.Id == course.Id).Select(row => (DateOnly?)row.Dispensation.Until).Max(), today))]));
        }

        return people;
    }

    /// <summary>Of several certificates for one course, the one that lasts longest; a dispensation counts where none does.</summary>
    internal static CourseCompetence Of(Course course, IReadOnlyList<Certificate> certificates, DateOnly? dispensation, DateOnly today)
    {
        CourseCompetence With(CompetenceStatus status, DateOnly? until) => new(course.Code, course.Title, course.EnglishTitle, status, until);
        var counting = certificates.Where(one => one.IsValid(today) && one.Edition >= course.OldestValidEdition).ToList();
        if (counting.Exists(one => one.ValidUntil is null)) return With(CompetenceStatus.Valid, null);
        if (counting.Max(one => one.ValidUntil) is { } until) return With(until < today.AddDays(OwnCertificates.SoonDays) ? CompetenceStatus.RunsOutSoon : CompetenceStatus.Valid, until);
        if (dispensation is { } day) return With(CompetenceStatus.ByDispensation, day);
        if (certificates.Count == 0) return With(CompetenceStatus.Missing, null);
        return certificates.Any(one => one.IsValid(today)) ? With(CompetenceStatus.OldEdition, null) : With(CompetenceStatus.RunOut, certificates.Max(one => one.ValidUntil));
    }
}
