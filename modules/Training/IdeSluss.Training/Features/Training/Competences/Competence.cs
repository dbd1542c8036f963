using System.Collections.Frozen;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Features.Training.Competences;

/// <param name="OldestValidEdition">Certificates for older ones do not count.</param>
internal sealed record RequiredCourse(Guid Id, string Code, string Title, int OldestValidEdition);

/// <summary>Courses by the code of the action that requires them.</summary>
internal sealed record CompetenceRules(FrozenDictionary<string, IReadOnlyList<RequiredCourse>> ByAction)
{
    public IReadOnlyList<RequiredCourse> Of(string action) => ByAction.GetValueOrDefault(action, []);
}

/// <summary>Asked at every decision and booking, changed seldom; most instances have none.</summary>
internal sealed class KeptCompetenceRules(IServiceScopeFactory scopes, TimeProvider time) : Kept<TrainingDbContext, CompetenceRules>(scopes, time, TimeSpan.FromSeconds(30))
{
    protected override async Task<CompetenceRules> ReadAsync(TrainingDbContext db, CancellationToken cancellationToken) =>
        new((await db.CompetenceRules.AsNoTracking().Join(db.Courses, rule => rule.CourseId, course => course.Id, (rule, course) => new { rule.Action, Course = new RequiredCourse(course.Id, course.Code, course.Title, course.OldestValidEdition) }).ToListAsync(cancellationToken))
            .GroupBy(row => row.Action).ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<RequiredCourse>)[.. group.Select(row => row.Course).OrderBy(course => course.Code, StringComparer.Ordinal)]));
}

internal sealed class Competence(TrainingDbContext db, KeptCompetenceRules kept, TimeProvider time) : ICompetence
{
    public async Task<IReadOnlyList<MissingCompetence>> MissingAsync(Guid personId, string action, CancellationToken cancellationToken)
    {
        var required = (await kept.GetAsync(cancellationToken)).Of(action);
        if (required.Count == 0) return [];
        var (courses, today) = (required.Select(course => course.Id).ToList(), time.StockholmToday());
        var certificates = await db.Certificates.AsNoTracking().Where(one => courses.Contains(one.CourseId) && one.RevokedAt == null && db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == personId)).ToListAsync(cancellationToken);
        var dispensations = await db.Dispensations.AsNoTracking().Where(one => courses.Contains(one.CourseId) && one.EndedAt == null && one.Until >= today && db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == personId)).ToListAsync(cancellationToken);
        return [.. required.Where(course => !dispensations.Exists(one => one.CourseId == course.Id)).Select(course => Missing(course, certificates.FindAll(one => one.CourseId == course.Id), today)).OfType<MissingCompetence>()];
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<HeldCompetence>>> HeldAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var (people, today) = (personIds.Take(200).ToList(), time.StockholmToday());
        var certificates = await db.Certificates.AsNoTracking().Where(one => one.RevokedAt == null)
            .Join(db.Learners.Where(learner => learner.PersonId != null && people.Contains(learner.PersonId.Value)), one => one.LearnerId, learner => learner.Id, (certificate, learner) => new { Person = learner.PersonId!.Value, Certificate = certificate })
            .Join(db.Courses, row => row.Certificate.CourseId, course => course.Id, (row, course) => new { row.Person, row.Certificate, course.Code, course.OldestValidEdition }).ToListAsync(cancellationToken);
        var dispensations = await db.Dispensations.AsNoTracking().Where(one => one.EndedAt == null && one.Until >= today)
            .Join(db.Learners.Where(learner => learner.PersonId != null && people.Contains(learner.PersonId.Value)), one => one.LearnerId, learner => learner.Id, (dispensation, learner) => new { Person = learner.PersonId!.Value, Dispensation = dispensation })
            .Join(db.Courses, row => row.Dispensation.CourseId, course => course.Id, (row, course) => new { row.Person, row.Dispensation.Until, course.Code }).ToListAsync(cancellationToken);
        // Of several for one course, the one that lasts longest.
        var held = certificates.GroupBy(row => (row.Person, row.Code)).Select(group => group.OrderByDescending(row => row.Certificate.IsValid(today) && row.Certificate.Edition >= row.OldestValidEdition).ThenByDescending(row => row.Certificate.ValidUntil ?? DateOnly.MaxValue).First())
            .Select(row => (row.Person, Held: new HeldCompetence(row.Code, row.Certificate.ValidUntil, row.Certificate.IsValid(today) && row.Certificate.Edition >= row.OldestValidEdition, ByDispensation: false)))
            .Concat(dispensations.Select(row => (row.Person, Held: new HeldCompetence(row.Code, row.Until, IsValid: true, ByDispensation: true))));
        return held.GroupBy(row => row.Person).ToDictionary(group => group.Key, group => (IReadOnlyList<HeldCompetence>)[.. group.Select(row => row.Held).OrderBy(one => one.Course, StringComparer.Ordinal)]);
    }

    private static MissingCompetence? Missing(RequiredCourse course, List<Certificate> certificates, DateOnly today)
    {
        if (certificates.Exists(one => one.IsValid(today) && one.Edition >= course.OldestValidEdition)) return null;
        var address = $"/utbildning/{course.Code}";
        if (certificates.Count == 0) return new(course.Code, new Text("Du behöver ha gått {0} ({1}).", course.Title, course.Code), address);
        return certificates.Exists(one => one.IsValid(today))
            ? new(course.Code, new Text("Ditt intyg för {0} ({1}) är på en äldre utgåva som inte räknas längre.", course.Title, course.Code), address)
            : new(course.Code, new Text("Ditt intyg för {0} ({1}) gick ut {2}.", course.Title, course.Code, certificates.Max(one => one.ValidUntil)!.Value.ForPeople(today)), address);
    }
}
