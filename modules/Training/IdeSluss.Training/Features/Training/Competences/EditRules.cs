using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Competences;

/// <param name="Courses">Codes of the courses it requires.</param>
internal sealed record ActionRules(string Action, string Name, IReadOnlyList<string> Courses);

/// <param name="Courses">All of them; those that are left out are no longer required.</param>
internal sealed record RulesInput(List<string?>? Courses);

/// <summary>Which courses an action requires. The actions come from the modules that ask.</summary>
internal sealed class EditRules(TrainingDbContext db, IEnumerable<CompetenceAction> actions, KeptCompetenceRules kept, CurrentUser me)
{
    private static readonly Problem NoSuchAction = Problem.NotFound("Det finns inget sådant att kräva utbildning för.");

    public async Task<IReadOnlyList<ActionRules>> ListAsync(CancellationToken cancellationToken)
    {
        var rules = await kept.GetAsync(cancellationToken);
        return [.. actions.DistinctBy(action => action.Code).Select(action => new ActionRules(action.Code, action.Name, [.. rules.Of(action.Code).Select(course => course.Code)]))];
    }

    public async Task<ActionRules?> FindAsync(string action, CancellationToken cancellationToken) => (await ListAsync(cancellationToken)).FirstOrDefault(one => one.Action == action);

    /// <summary>Courses one can require: those that everyone can take.</summary>
    public async Task<IReadOnlyList<(string Code, string Title, string? EnglishTitle)>> CoursesAsync(CancellationToken cancellationToken) =>
        [.. (await db.Courses.AsNoTracking().Where(course => course.State == CourseState.Published).OrderBy(course => course.Code).Select(course => new { course.Code, course.Title, course.EnglishTitle }).Take(200).ToListAsync(cancellationToken)).Select(course => (course.Code, course.Title, course.EnglishTitle))];

    public async Task<Outcome<Done>> WriteAsync(string action, RulesInput input, CancellationToken cancellationToken)
    {
        if (actions.All(one => one.Code != action)) return NoSuchAction;
        var codes = (input.Courses ?? []).Where(code => !string.IsNullOrWhiteSpace(code)).Select(code => code!.Trim().ToUpperInvariant()).Distinct().ToList();
        var courses = await db.Courses.AsNoTracking().Where(course => codes.Contains(course.Code) && course.State == CourseState.Published).ToListAsync(cancellationToken);
        if (codes.Find(code => !courses.Exists(course => course.Code == code)) is { } unknown) return Problem.Invalid(new FieldError("courses", new Text("Ingen kurs har koden {0}.", unknown)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.CompetenceRules.Where(rule => rule.Action == action).ExecuteDeleteAsync(cancellationToken);
        db.CompetenceRules.AddRange(courses.Select(course => new CompetenceRule { Action = action, CourseId = course.Id }));
        db.Audit(new("training.competence-rules-changed", "competence-action", Guid.CreateVersion7(), me.RequiredId, Facts: new Dictionary<string, string> { ["action"] = action, ["courses"] = string.Join(' ', codes) }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        kept.Forget();
        return Done.It;
    }
}
