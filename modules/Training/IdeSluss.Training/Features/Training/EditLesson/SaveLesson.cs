using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using IdeSluss.Training.Features.Training.Lessons;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.EditLesson;

internal sealed class LessonInput
{
    public string? Title { get; set; }
    public string? EnglishTitle { get; set; }

    /// <summary>Markdown.</summary>
    public string? Text { get; set; }
    public string? EnglishText { get; set; }
}

/// <summary>A lesson as it is edited.</summary>
internal sealed record EditedLesson(int Number, string Title, string? EnglishTitle, int Minutes, string Text, string? EnglishText, int Version);

/// <summary>Writes a lesson. A new one comes last.</summary>
internal sealed class SaveLesson(TrainingDbContext db, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<EditedLesson>> FindAsync(string code, int number, CancellationToken cancellationToken) =>
        await CourseAsync(code, cancellationToken) is { } course && await db.Lessons.AsNoTracking().FirstOrDefaultAsync(one => one.CourseId == course.Id && one.Number == number, cancellationToken) is { } lesson ? Shown(lesson) : ReadLesson.NoSuchLesson;

    public async Task<Outcome<EditedLesson>> AddAsync(string code, LessonInput input, CancellationToken cancellationToken)
    {
        if (await CourseAsync(code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var last = await db.Lessons.Where(one => one.CourseId == course.Id).MaxAsync(one => (int?)one.Number, cancellationToken) ?? 0;
        if (last >= Lesson.MostPerCourse) return Problem.Conflict(new Text("En kurs kan ha högst {0} lektioner.", Lesson.MostPerCourse));
        var lesson = new Lesson { Id = Guid.CreateVersion7(), CourseId = course.Id, Number = last + 1, Title = "", Text = "", ChangedAt = time.GetUtcNow() };
        Write(lesson, input);
        db.Lessons.Add(lesson);
        db.Audit(Fact("training.lesson-added", course, lesson));
        return await db.TryAddAsync(cancellationToken) ? Shown(lesson) : Problem.Conflict("Någon annan lade till en lektion samtidigt. Spara igen.");
    }

    public async Task<Outcome<EditedLesson>> ChangeAsync(string code, int number, LessonInput input, int? version, CancellationToken cancellationToken)
    {
        if (await CourseAsync(code, cancellationToken) is not { } course || await db.Lessons.FirstOrDefaultAsync(one => one.CourseId == course.Id && one.Number == number, cancellationToken) is not { } lesson) return ReadLesson.NoSuchLesson;
        if (version is { } seen && seen != lesson.Version) return Problem.Stale();
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        Write(lesson, input);
        db.Audit(Fact("training.lesson-changed", course, lesson));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Shown(lesson);
    }

    private static EditedLesson Shown(Lesson lesson) => new(lesson.Number, lesson.Title, lesson.EnglishTitle, lesson.Minutes, lesson.Text, lesson.EnglishText, lesson.Version);

    private Task<Course?> CourseAsync(string code, CancellationToken cancellationToken) => db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Code == code, cancellationToken);

    private void Write(Lesson lesson, LessonInput input)
    {
        lesson.Title = input.Title!.Trim();
        lesson.EnglishTitle = input.EnglishTitle.OrNothing();
        lesson.Text = input.Text!.ReplaceLineEndings("\n").Trim();
        lesson.EnglishText = input.EnglishText?.ReplaceLineEndings("\n").OrNothing();
        lesson.Minutes = CourseWriting.MinutesToRead(lesson.Text);
        lesson.ChangedAt = time.GetUtcNow();
    }

    private static IEnumerable<FieldError> Check(LessonInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Title)) yield return new("title", "Namn: fyll i.");
        foreach (var (field, label, title) in new[] { ("title", "Namn", input.Title), ("englishTitle", "Namn på engelska", input.EnglishTitle) })
            if (title?.Trim().Length > Course.LongestTitle) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), Course.LongestTitle));
        if (string.IsNullOrWhiteSpace(input.Text)) yield return new("text", "Text: fyll i.");
        foreach (var (field, label, text) in new[] { ("text", "Text", input.Text ?? ""), ("englishText", "Text på engelska", input.EnglishText ?? "") })
        {
            if (text.Length > Lesson.LongestText) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), Lesson.LongestText));
            else foreach (var fault in LessonText.Faults(text).Take(10)) yield return new(field, fault);
        }
    }

    private AuditFact Fact(string action, Course course, Lesson lesson) =>
        new(action, "lesson", lesson.Id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code, ["number"] = FormattableString.Invariant($"{lesson.Number}") });
}
