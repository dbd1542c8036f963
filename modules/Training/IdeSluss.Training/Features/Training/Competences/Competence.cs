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
