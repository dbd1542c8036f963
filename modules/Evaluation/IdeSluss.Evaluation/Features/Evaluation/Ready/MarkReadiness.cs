using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Ready;

/// <param name="Scale">Code; the newest version is used.</param>
/// <param name="Levels">1 to 9 for each dimension, in order; 0 or left out where nobody knows.</param>
internal sealed record MarkRequest(string? Scale, IReadOnlyList<int>? Levels, string? Note);

/// <param name="Levels">0 where nobody knows.</param>
internal sealed record MarkView(Guid Id, ScaleContent Scale, Guid ScaleVersionId, IReadOnlyList<int> Levels, string? Note, string By, DateTimeOffset At);

/// <param name="Marks">The latest first.</param>
internal sealed record ReadinessView(JudgedCase Idea, IReadOnlyList<MarkView> Marks, IReadOnlyList<ScaleLine> Scales, bool MayMark);

/// <summary>How ready an idea is, marked again as it goes on, so that one sees what has changed.</summary>
internal sealed class MarkReadiness(EvaluationDbContext db, IJudgedCases cases, ReadInScales scales, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    private const int Most = 50;

    private PermissionScope ReadScope => me.Scope(EvaluationPermissions.ReadRounds).With(me.Scope(EvaluationPermissions.MarkReadiness));

    public async Task<Outcome<ReadinessView>> ReadAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, ReadScope, cancellationToken) is not { } idea) return Ask.StartRound.NoSuchCase;
        var rows = await db.ReadinessMarks.AsNoTracking().Where(mark => mark.IdeaId == idea.IdeaId).OrderByDescending(mark => mark.MarkedAt).Take(Most)
            .Join(db.ScaleVersions, mark => mark.ScaleVersionId, version => version.Id, (mark, version) => new { mark, version.Content }).OrderByDescending(row => row.mark.MarkedAt).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. rows.Select(row => row.mark.MarkedById).Distinct()], cancellationToken);
        return new ReadinessView(
            idea, [.. rows.Select(row => new MarkView(row.mark.Id, row.Content, row.mark.ScaleVersionId, row.mark.Levels, row.mark.Note, names.GetValueOrDefault(row.mark.MarkedById)?.DisplayName ?? "–", row.mark.MarkedAt))],
            await scales.ListAsync(cancellationToken), idea.IsOpen && me.Scope(EvaluationPermissions.MarkReadiness).Covers(idea.AuthorityId, idea.UnitId));
    }

    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, MarkRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, me.Scope(EvaluationPermissions.MarkReadiness), cancellationToken) is not { } idea) return Ask.StartRound.NoSuchCase;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat. Det som är skattat går att läsa.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockQuestionsAsync(cancellationToken);
        var scale = (await scales.ListAsync(cancellationToken)).FirstOrDefault(one => one.Code == request.Scale);
        if (Check(request, scale).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var mark = new ReadinessMark
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.IdeaId, CaseNumber = idea.CaseNumber, AuthorityId = idea.AuthorityId, UnitId = idea.UnitId, ScaleVersionId = scale!.VersionId,
            Levels = [.. Enumerable.Range(0, scale.Content.Dimensions.Count).Select(at => request.Levels!.ElementAtOrDefault(at))], Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), MarkedById = me.RequiredId, MarkedAt = time.GetUtcNow(),
        };
        db.ReadinessMarks.Add(mark);
        db.Audit(new("evaluation.readiness-marked", "idea", idea.IdeaId, me.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["scale"] = scale.Code, ["number"] = $"{scale.Number}" }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return mark.Id;
    }

    private static IEnumerable<FieldError> Check(MarkRequest request, ScaleLine? scale)
    {
        if (scale is null)
        {
            yield return new("Scale", "Välj en skala.");
            yield break;
        }

        var levels = request.Levels ?? [];
        if (levels.Count > scale.Content.Dimensions.Count || levels.Any(level => level is < 0 or > ScaleContent.LevelCount)) yield return new("Levels", new Text("Välj en nivå från 1 till {0}, eller Vet inte.", ScaleContent.LevelCount));
        else if (levels.All(level => level == 0)) yield return new("Levels", "Välj en nivå för minst ett avseende.");
        if (request.Note?.Trim() is { Length: > ReadinessMark.LongestNote } note) yield return new("Note", new Text("Texten är {0} tecken, högst {1} får plats.", note.Length, ReadinessMark.LongestNote));
    }

    private async Task<JudgedCase?> FindAsync(string caseNumber, PermissionScope scope, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseNumber, cancellationToken) is { } idea && scope.Covers(idea.AuthorityId, idea.UnitId) ? idea : null;
}
