using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

internal sealed record AssessmentLine(Guid Id, string Title, string Unit, int Year, AssessmentKind Kind, DateOnly LastDay, bool IsOpen);

/// <param name="Years">The unit's results by the same version of the questions, oldest first; this one among them.</param>
/// <param name="OtherVersions">Years that cannot be compared, since the questions were others then.</param>
/// <param name="All">All units of the same year and version; null unless told.</param>
internal sealed record AssessmentView(
    Guid Id, string Title, string Unit, int Year, AssessmentKind Kind, DateOnly LastDay, bool IsOpen, int VersionNumber, QuestionContent Content, IReadOnlyList<YearResult> Years, IReadOnlyList<int> OtherVersions, AssessmentResult? All, int Version);

internal sealed record YearResult(int Year, AssessmentResult Result);

/// <summary>Results for the unit's manager and the coaches, by scope.</summary>
internal sealed class ReadAssessments(EvaluationDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;
    private const int MostYears = 20;
    private const int MostUnits = 500;

    private PermissionScope Scope => me.Scope(EvaluationPermissions.Assess);

    public async Task<Page<AssessmentLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var found = db.Assessments.AsNoTracking().Within(Scope);
        if (Cursor.Parse(after) is { } last) found = found.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.OpenedAt, one.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await found.OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id).Take(PageSize + 1).Join(db.QuestionVersions, one => one.QuestionVersionId, version => version.Id, (one, version) => new { one, version.Content })
            .OrderByDescending(row => row.one.OpenedAt).ThenByDescending(row => row.one.Id).ToListAsync(cancellationToken);
        var lines = new List<AssessmentLine>();
        foreach (var row in rows.Take(PageSize)) lines.Add(new(row.one.Id, row.Content.Title, await UnitNameAsync(row.one, cancellationToken), row.one.Year, row.one.Kind, row.one.LastDay, IsOpen(row.one)));
        return new(lines, rows.Count > PageSize ? new Cursor(rows[PageSize - 1].one.OpenedAt, rows[PageSize - 1].one.Id).ToString() : null);
    }

    public async Task<Outcome<AssessmentView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Assessments.AsNoTracking().Within(Scope).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } one) return OpenAssessment.NoSuchAssessment;
        var version = await db.QuestionVersions.AsNoTracking().FirstAsync(each => each.Id == one.QuestionVersionId, cancellationToken);
        var ofUnit = (await db.Assessments.AsNoTracking().Where(each => each.SetId == one.SetId && each.UnitId == one.UnitId && each.Kind == one.Kind).OrderByDescending(each => each.Year).Take(MostYears).ToListAsync(cancellationToken)).OrderBy(each => each.Year).ToList();
        var years = new List<YearResult>();
        foreach (var year in ofUnit.Where(each => each.QuestionVersionId == one.QuestionVersionId && !IsOpen(each))) years.Add(new(year.Year, AssessmentResult.Of(version.Content, year.Kind, await AnswersAsync(year.Id, cancellationToken))));
        return new AssessmentView(
            one.Id, version.Content.Title, await UnitNameAsync(one, cancellationToken), one.Year, one.Kind, one.LastDay, IsOpen(one), version.Number, version.Content, years, [.. ofUnit.Where(each => each.QuestionVersionId != one.QuestionVersionId).Select(each => each.Year)],
            IsOpen(one) ? null : await AllAsync(one, version.Content, cancellationToken), one.Version);
    }

    /// <summary>Every unit's staff of the year by the version.</summary>
    private async Task<AssessmentResult?> AllAsync(Assessment one, QuestionContent content, CancellationToken cancellationToken)
    {
        var same = await db.Assessments.AsNoTracking().Where(each => each.QuestionVersionId == one.QuestionVersionId && each.Year == one.Year && each.Kind == AssessmentKind.Staff).Take(MostUnits).ToListAsync(cancellationToken);
        var ids = same.Where(each => !IsOpen(each)).Select(each => each.Id).ToList();
        if (ids.Count < 2) return null;
        var answers = await db.AssessmentAnswers.AsNoTracking().Where(answer => ids.Contains(answer.AssessmentId)).Select(answer => new { answer.AssessmentId, answer.Answers }).ToListAsync(cancellationToken);
        var all = AssessmentResult.OfAll(content, [.. answers.GroupBy(answer => answer.AssessmentId).Select(IReadOnlyList<Answers> (group) => [.. group.Select(answer => Answers.Parse(answer.Answers))])]);
        return all.Whole is null ? null : all;
    }

    private async Task<IReadOnlyList<Answers>> AnswersAsync(Guid id, CancellationToken cancellationToken) =>
        [.. (await db.AssessmentAnswers.AsNoTracking().Where(answer => answer.AssessmentId == id).Select(answer => answer.Answers).ToListAsync(cancellationToken)).Select(Answers.Parse)];

    private bool IsOpen(Assessment one) => one.ClosedAt is null && one.LastDay >= time.StockholmToday();

    private async Task<string> UnitNameAsync(Assessment one, CancellationToken cancellationToken) => one.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name ?? "–" : "–";
}
