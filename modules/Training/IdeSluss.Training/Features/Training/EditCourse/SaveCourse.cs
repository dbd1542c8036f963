using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.EditCourse;

internal sealed record SavedCourse(string Code, int Version);

/// <summary>Describes a course, new or known. A new one is a draft until somebody publishes it.</summary>
internal sealed class SaveCourse(TrainingDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private PermissionScope Scope => me.Scope(TrainingPermissions.ManageCourses);

    public async Task<Outcome<SavedCourse>> CreateAsync(CourseRecord record, CancellationToken cancellationToken)
    {
        var code = record.Code?.Trim().ToUpperInvariant() ?? "";
        if ((await CheckAsync(record, code, cancellationToken)).Failed(out var problem, out var authority)) return problem;
        var course = new Course { Id = Guid.CreateVersion7(), Code = code, Title = "", Purpose = "", AuthorityId = authority.Id, State = CourseState.Draft, ChangedAt = time.GetUtcNow() };
        course.Write(record, authority.Id, time.GetUtcNow());
        db.Courses.Add(course);
        db.Audit(Fact("training.course-created", course));
        return await db.TryAddAsync(cancellationToken) ? new SavedCourse(course.Code, course.Version) : Problem.Invalid(new FieldError("code", "Kod: en annan kurs har den redan. Välj en annan."));
    }

    /// <param name="version">What the one who edits has read.</param>
    public async Task<Outcome<SavedCourse>> UpdateAsync(string code, CourseRecord record, int? version, CancellationToken cancellationToken)
    {
        if (await db.Courses.Within(Scope).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        if (version is { } seen && seen != course.Version) return Problem.Stale();
        if ((await CheckAsync(record, code, cancellationToken)).Failed(out var problem, out var authority)) return problem;
        course.Write(record, authority.Id, time.GetUtcNow());
        db.Audit(Fact(record.NewEdition ? "training.course-edition-made" : "training.course-changed", course));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : new SavedCourse(course.Code, course.Version);
    }

    public async Task<Outcome<SavedCourse>> SetStateAsync(string code, CourseState state, int? version, CancellationToken cancellationToken)
    {
        if (await db.Courses.Within(Scope).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        if (version is { } seen && seen != course.Version) return Problem.Stale();
        if (state == CourseState.Draft && course.State != CourseState.Draft) return Problem.Conflict("En kurs som har visats kan inte bli ett utkast igen. Säg i stället att den inte ges längre.");
        course.State = state;
        course.ChangedAt = time.GetUtcNow();
        db.Audit(Fact(state == CourseState.Published ? "training.course-published" : "training.course-retired", course));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : new SavedCourse(course.Code, course.Version);
    }

    private async Task<Outcome<AuthorityInfo>> CheckAsync(CourseRecord record, string code, CancellationToken cancellationToken)
    {
        (record.Outcomes, record.EnglishOutcomes, record.Prerequisites) = (Lines(record.Outcomes), Lines(record.EnglishOutcomes), [.. Lines(record.Prerequisites).Select(one => one.ToUpperInvariant())]);
        var codes = await db.Courses.AsNoTracking().Select(course => course.Code).ToListAsync(cancellationToken);
        var errors = CourseRules.Check(record, code, codes).ToList();
        var authority = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => one.Code == record.Authority);
        if (authority is null) errors.Add(new("authority", "Ansvarig nämnd: välj ett alternativ."));
        else if (!Scope.Covers(authority.Id, null)) errors.Add(new("authority", "Ansvarig nämnd: du kan bara välja en där du har behörighet."));
        return errors.Count > 0 ? Problem.Invalid([.. errors]) : authority!;
    }

    private static List<string> Lines(IEnumerable<string?>? lines) => [.. (lines ?? []).SelectMany(line => (line ?? "").Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)];

    private AuditFact Fact(string action, Course course) =>
        new(action, "course", course.Id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["code"] = course.Code, ["edition"] = FormattableString.Invariant($"{course.Edition}") });
}
