using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadResults;

internal sealed record ResultFilter(string? Search, TrialVerdict? Verdict, string? After);

internal sealed record ResultLine(string Number, string CaseNumber, string? Title, TrialVerdict Verdict, TrialRecommendation Recommendation, DateTimeOffset At);

/// <summary>The lesson of a test on one page. No person is in it: what points out someone was refused when it was written.</summary>
internal sealed record PublicResult(
    string Number, string CaseNumber, string? Title, TrialVerdict Verdict, TrialRecommendation Recommendation, string Tried, string Went, string? Learnt, string? Otherwise, IReadOnlyList<PublicMeasure> Measures, DateTimeOffset At);

internal sealed record PublicMeasure(string Name, string? Unit, decimal? Before, decimal? After, int? Count);

/// <summary>
/// What tests came to, for everyone, the noes as well as the yeses: what did not work is what the next one needs to know. Only of ideas that everyone may read now, which Ideas alone
/// knows; a page may therefore be shorter than others.
/// </summary>
internal sealed class TestResults(TestbedsDbContext db, ITestCases cases)
{
    public const int PageSize = 30;
    private const int LongestSearch = 200;
    private const int MostWords = 8;

    /// <summary>How many telling words a text shares with what was tried before it is called alike: a quarter of its own, within these.</summary>
    private const int FewestShared = 2;
    private const int MostShared = 5;
    private const int MostCompared = 200;

    private static readonly Problem NoSuchResult = Problem.NotFound("Det finns inget testresultat med det numret.");

    public async Task<Outcome<Page<ResultLine>>> ListAsync(ResultFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Search?.Length > LongestSearch) return Problem.Invalid(new FieldError("search", new Text("Sök med högst {0} tecken.", LongestSearch)));
        var trials = db.Trials.AsNoTracking().Where(one => one.ClosedAt != null).Join(db.Results, one => one.Id, result => result.TrialId, (Trial, Result) => new { Trial, Result });
        if (filter.Verdict is { } verdict) trials = trials.Where(one => one.Result.Verdict == verdict);
        foreach (var word in (filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords))
        {
            // Small words say nothing; a compound is also found by its parts.
            if (cases.TermsOf(word).ToArray() is not [var whole, .. var parts]) continue;
            trials = parts.Length == 0 ? trials.Where(one => one.Trial.Terms.Contains(whole)) : trials.Where(one => one.Trial.Terms.Contains(whole) || parts.All(part => one.Trial.Terms.Contains(part)));
        }

        if (Cursor.Parse(filter.After) is { } last) trials = trials.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.Trial.ClosedAt!.Value, one.Trial.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await trials.OrderByDescending(one => one.Trial.ClosedAt).ThenByDescending(one => one.Trial.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = await cases.PublicAsync([.. rows.Select(one => one.Trial.IdeaId).Distinct()], cancellationToken);
        return new Page<ResultLine>(
            [.. rows.Take(PageSize).Where(one => shown.Contains(one.Trial.IdeaId)).Select(one => new ResultLine(one.Trial.Number, one.Trial.CaseNumber, one.Trial.Title, one.Result.Verdict, one.Result.Recommendation, one.Trial.ClosedAt!.Value))],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].Trial.ClosedAt!.Value, rows[PageSize - 1].Trial.Id).ToString() : null);
    }

    public async Task<Outcome<PublicResult>> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (await db.Trials.AsNoTracking().FirstOrDefaultAsync(one => one.Number == number && one.ClosedAt != null, cancellationToken) is not { } trial
            || (await cases.PublicAsync([trial.IdeaId], cancellationToken)).Count == 0) return NoSuchResult;
        var result = await db.Results.AsNoTracking().FirstAsync(one => one.TrialId == trial.Id, cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order).Select(one => new PublicMeasure(one.Name, one.Unit, one.Baseline, one.Result, one.Count)).ToListAsync(cancellationToken);
        return new PublicResult(trial.Number, trial.CaseNumber, trial.Title, result.Verdict, result.Recommendation, result.Tried, result.Went, result.Learnt, result.Otherwise, measures, trial.ClosedAt!.Value);
    }

    /// <summary>What has been tried that is most like a text, the noes too; at most three, and only what everyone may read.</summary>
    public async Task<IReadOnlyList<ResultLine>> LikeAsync(string text, CancellationToken cancellationToken)
    {
        var terms = cases.TermsOf(text);
        var needed = Math.Clamp(terms.Count / 4, FewestShared, MostShared);
        if (terms.Count < needed) return [];
        var rows = await db.Trials.AsNoTracking().Where(one => one.ClosedAt != null && one.Terms.Any(term => terms.Contains(term))).OrderByDescending(one => one.ClosedAt).Take(MostCompared)
            .Join(db.Results, one => one.Id, result => result.TrialId, (Trial, Result) => new { Trial, Result }).ToListAsync(cancellationToken);
        var like = rows.Select(one => (Row: one, Shared: one.Trial.Terms.Intersect(terms).Count())).Where(one => one.Shared >= needed)
            .OrderByDescending(one => one.Shared).ThenByDescending(one => one.Row.Trial.ClosedAt).Select(one => one.Row).Take(10).ToList();
        var shown = await cases.PublicAsync([.. like.Select(one => one.Trial.IdeaId).Distinct()], cancellationToken);
        return [.. like.Where(one => shown.Contains(one.Trial.IdeaId)).Take(3).Select(one => new ResultLine(one.Trial.Number, one.Trial.CaseNumber, one.Trial.Title, one.Result.Verdict, one.Result.Recommendation, one.Trial.ClosedAt!.Value))];
    }

    /// <summary>The results of one idea that is shown to everyone, newest first.</summary>
    public async Task<IReadOnlyList<ResultLine>> OfIdeaAsync(Guid ideaId, CancellationToken cancellationToken) =>
        await db.Trials.AsNoTracking().Where(one => one.IdeaId == ideaId && one.ClosedAt != null).Join(db.Results, one => one.Id, result => result.TrialId, (trial, result) => new { trial, result })
            .OrderByDescending(one => one.trial.ClosedAt).Take(10).Select(one => new ResultLine(one.trial.Number, one.trial.CaseNumber, one.trial.Title, one.result.Verdict, one.result.Recommendation, one.trial.ClosedAt!.Value)).ToListAsync(cancellationToken);
}
