using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.FillEvidence;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ReadLesson;

/// <summary>What was learnt, for everyone.</summary>
/// <param name="Answers">Question and answer, in order; only texts.</param>
internal sealed record Lesson(string CaseNumber, string Title, string? Need, IReadOnlyList<LessonAnswer> Answers, DateTimeOffset At);

internal sealed record LessonAnswer(string Key, string Question, string Text);

/// <summary>
/// The lesson sheet of a case that is closed and public: a stop is not hidden, it is what the next one finds. Before that, or while the sheet is not complete,
/// there is no such page.
/// </summary>
internal sealed class ReadLesson(IdeasDbContext db, WorkflowNames names, IFormRegistry forms, TimeProvider time)
{
    private static readonly Problem NoLesson = Problem.NotFound("Det finns inget lärdomsblad för den idén.");

    public async Task<Outcome<Lesson>> HandleAsync(string number, CancellationToken cancellationToken)
    {
        if (number.Length > 40 || await db.Ideas.AsNoTracking().FirstOrDefaultAsync(one => one.CaseNumber == number, cancellationToken) is not { } idea) return ReadIdea.NoSuchIdea;
        return await OfAsync(idea, cancellationToken) is { } lesson ? lesson : idea.IsPublic(time.GetUtcNow()) ? NoLesson : ReadIdea.NoSuchIdea;
    }

    /// <summary>Null when nobody may read one.</summary>
    public async Task<Lesson?> OfAsync(Idea idea, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!idea.IsPublic(now) || names.Of(idea)?.Stages.FirstOrDefault(stage => stage.Code == idea.ShownStage(now))?.IsEnd != true) return null;
        if (await db.Evidence.AsNoTracking().FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.Form == FormKeys.Lesson && one.Complete, cancellationToken) is not { } row) return null;
        var facts = CaseEvidence.Of(idea, [row], forms);
        // Looked at again when it is read: the rules for what points out a person may have become better since it was saved.
        if (facts.Of(FormKeys.Lesson) is not { IsCleared: true } sheet || PublicAnswers.PointingOutSomeone(sheet.Form, sheet.Own).Any()) return null;
        return new Lesson(idea.CaseNumber, idea.PublicTitle!, idea.NeedSentence,
            [.. sheet.Form.Fields.Where(field => field.Kind is FieldKind.Text or FieldKind.LongText && sheet.Own.Text(field.Key) is not null).Select(field => new LessonAnswer(field.Key, field.Label, sheet.Own.Text(field.Key)!))], row.SavedAt);
    }
}
