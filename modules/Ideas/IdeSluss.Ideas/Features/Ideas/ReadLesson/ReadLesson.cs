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
    public async Task<Lesson?> OfAsync(Idea idea, CancellationToken cancellationToken) =>
        await Sheets(db.Evidence).FirstOrDefaultAsync(one => one.IdeaId == idea.Id, cancellationToken) is { } row ? Of(idea, row) : null;

    /// <returns>Those of some ideas that have one everyone may read.</returns>
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new HashSet<Guid>();
        var found = await Sheets(db.Evidence).Where(sheet => ids.Contains(sheet.IdeaId)).Join(db.Ideas.AsNoTracking(), sheet => sheet.IdeaId, idea => idea.Id, (sheet, idea) => new { idea, sheet }).ToListAsync(cancellationToken);
        return found.Where(one => Of(one.idea, one.sheet) is not null).Select(one => one.idea.Id).ToHashSet();
    }

    /// <summary>Those that may be for everyone, if the case is closed and nothing in them points out a person.</summary>
    public static IQueryable<EvidenceAnswer> Sheets(IQueryable<EvidenceAnswer> evidence) => evidence.AsNoTracking().Where(sheet => sheet.Form == FormKeys.Lesson && sheet.Complete);

    private Lesson? Of(Idea idea, EvidenceAnswer row)
    {
        var now = time.GetUtcNow();
        if (!idea.IsPublic(now) || names.Of(idea)?.Stages.FirstOrDefault(stage => stage.Code == idea.ShownStage(now))?.IsEnd != true) return null;
        var facts = CaseEvidence.Of(idea, [row], forms);
        // Looked at again when it is read: the rules for what points out a person may have become better since it was saved.
        if (facts.Of(FormKeys.Lesson) is not { IsCleared: true } sheet || PublicAnswers.PointingOutSomeone(sheet.Form, sheet.Own).Any()) return null;
        return new Lesson(idea.CaseNumber, idea.PublicTitle!, idea.NeedSentence,
            [.. sheet.Form.Fields.Where(field => field.Kind is FieldKind.Text or FieldKind.LongText && sheet.Own.Text(field.Key) is not null).Select(field => new LessonAnswer(field.Key, field.Label, sheet.Own.Text(field.Key)!))], row.SavedAt);
    }
}
