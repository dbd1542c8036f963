using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

/// <param name="Number">Of the version that holds now.</param>
/// <param name="IsNew">A version that was not there before; otherwise one that nobody has used was replaced.</param>
internal sealed record ReadInSet(string Code, int Number, bool IsNew);

internal sealed record QuestionSetLine(string Code, string Title, int Number, int Questions, DateTimeOffset ReadInAt, bool Used);

internal sealed record QuestionSetView(string Code, QuestionContent Content, int Number, bool Used, IReadOnlyList<(int Number, QuestionContent Content)> Earlier);

/// <summary>Reads question sets in from files. A version that an assessment has begun with is never changed: the file makes the next, and years are compared within one version only.</summary>
internal sealed class ReadInQuestions(EvaluationDbContext db, CurrentUser me, TimeProvider time)
{
    private const int Most = 100;

    public static readonly Problem NoSuchSet = Problem.NotFound("Frågorna finns inte.");

    public async Task<Outcome<ReadInSet>> HandleAsync(Stream? file, string? code, string? title, CancellationToken cancellationToken)
    {
        if ((await SmallFiles.TextAsync(file, cancellationToken)).Failed(out var problem, out var text) || QuestionFile.Read(text, code, title).Failed(out problem, out var read)) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two who read in at once the second sees the first one's version, and so does whoever begins an assessment.
        await db.LockQuestionsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var set = await db.QuestionSets.FirstOrDefaultAsync(one => one.Code == read.Code, cancellationToken);
        if (set is null) db.QuestionSets.Add(set = new() { Id = Guid.CreateVersion7(), Code = read.Code, ChangedAt = now });
        var newest = await db.QuestionVersions.Where(one => one.SetId == set.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellationToken);
        var used = newest is not null && await db.Assessments.AnyAsync(one => one.QuestionVersionId == newest.Id, cancellationToken);
        var isNew = newest is null || used;
        if (isNew) db.QuestionVersions.Add(newest = new() { Id = Guid.CreateVersion7(), SetId = set.Id, Number = (newest?.Number ?? 0) + 1, Content = read.Content, ReadInAt = now, ReadInById = me.RequiredId });
        else (newest!.Content, newest.ReadInAt, newest.ReadInById) = (read.Content, now, me.RequiredId);
        set.ChangedAt = now;
        db.Audit(new("evaluation.questions-read-in", "question-set", set.Id, me.RequiredId, Facts: new Dictionary<string, string> { ["code"] = set.Code, ["number"] = $"{newest.Number}" }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReadInSet(set.Code, newest.Number, isNew);
    }

    public async Task<IReadOnlyList<QuestionSetLine>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await (from set in db.QuestionSets.AsNoTracking()
                          let version = db.QuestionVersions.Where(one => one.SetId == set.Id).OrderByDescending(one => one.Number).First()
                          orderby set.Code
                          select new { set.Code, version, Used = db.Assessments.Any(one => one.QuestionVersionId == version.Id) }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new QuestionSetLine(row.Code, row.version.Content.Title, row.version.Number, row.version.Content.Questions.Count, row.version.ReadInAt, row.Used))];
    }

    public async Task<Outcome<QuestionSetView>> FindAsync(string code, CancellationToken cancellationToken)
    {
        var versions = await (from set in db.QuestionSets.AsNoTracking()
                              join version in db.QuestionVersions.AsNoTracking() on set.Id equals version.SetId
                              where set.Code == code
                              orderby version.Number descending
                              select new { version.Number, version.Content, Used = db.Assessments.Any(one => one.QuestionVersionId == version.Id) }).Take(Most).ToListAsync(cancellationToken);
        return versions is [var newest, ..] ? new QuestionSetView(code, newest.Content, newest.Number, newest.Used, [.. versions.Skip(1).Select(one => (one.Number, one.Content))]) : NoSuchSet;
    }
}
