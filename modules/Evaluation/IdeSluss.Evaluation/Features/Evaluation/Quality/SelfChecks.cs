using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

internal sealed record SelfCheckLine(Guid Id, string CaseNumber, string? Title, string What, string Often, string? Who, DateOnly NextOn, bool IsLate);

internal sealed record SelfCheckView(Guid Id, string CaseNumber, string? Title, string What, string? How, string Often, string? Who, DateOnly NextOn, IReadOnlyList<SelfCheckResult> Results, bool MayRecord, int Version);

/// <param name="Works">It works as it should.</param>
/// <param name="Version">Of the self-check as it was read.</param>
internal sealed record ResultRequest(Guid Id, bool? Works, string? Note, DateOnly? Day, int? Version);

/// <summary>Self-checks that are to be done, and what they found.</summary>
internal sealed class SelfChecks(EvaluationDbContext db, IJudgedCases cases, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;
    private const int MostResults = 50;

    public static readonly Problem NoCheck = Problem.NotFound("Egenkontrollen finns inte, eller så är den inte din.");

    /// <summary>Those to be done first, first.</summary>
    public async Task<Page<SelfCheckLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var checks = db.SelfChecks.AsNoTracking().Within(me.Scope(EvaluationPermissions.ReadQuality));
        if (Cursor.Parse(after) is { } last)
        {
            var day = last.At.StockholmDay();
            checks = checks.Where(check => EF.Functions.GreaterThan(ValueTuple.Create(check.NextOn, check.Id), ValueTuple.Create(day, last.Id)));
        }

        var rows = await checks.OrderBy(check => check.NextOn).ThenBy(check => check.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ideas = await cases.FindManyAsync([.. rows.Select(check => check.IdeaId).Distinct()], cancellationToken);
        var today = time.StockholmToday();
        return new(
            [.. rows.Take(PageSize).Where(check => ideas.ContainsKey(check.IdeaId)).Select(check => new SelfCheckLine(check.Id, check.CaseNumber, ideas[check.IdeaId].Title, check.What, check.Often, check.Who, check.NextOn, check.NextOn < today))],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].NextOn.StartInStockholm(), rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<Outcome<SelfCheckView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.SelfChecks.AsNoTracking().Within(me.Scope(EvaluationPermissions.ReadQuality)).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } check) return NoCheck;
        if ((await cases.FindManyAsync([check.IdeaId], cancellationToken)).GetValueOrDefault(check.IdeaId) is not { } idea) return NoCheck;
        var results = await db.SelfCheckResults.AsNoTracking().Where(one => one.SelfCheckId == id).OrderByDescending(one => one.Day).ThenByDescending(one => one.Id).Take(MostResults).ToListAsync(cancellationToken);
        var may = await db.SelfChecks.AsNoTracking().Within(me.Scope(EvaluationPermissions.RecordQuality)).AnyAsync(one => one.Id == id, cancellationToken);
        return new SelfCheckView(check.Id, check.CaseNumber, idea.Title, check.What, check.How, check.Often, check.Who, check.NextOn, results, may, check.Version);
    }

    public async Task<Outcome<int>> RecordAsync(ResultRequest request, CancellationToken cancellationToken)
    {
        if (await db.SelfChecks.Within(me.Scope(EvaluationPermissions.RecordQuality)).FirstOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } check) return NoCheck;
        if (request.Version is { } seen && seen != check.Version) return Problem.Stale();
        var (today, note) = (time.StockholmToday(), request.Note?.Trim());
        var day = request.Day ?? today;
        var errors = new List<FieldError>();
        if (request.Works is null) errors.Add(new(nameof(request.Works), "Fungerar det? Välj ja eller nej."));
        if (request.Works == false && string.IsNullOrEmpty(note)) errors.Add(new(nameof(request.Note), "Vad såg ni, och vad gör ni åt det? Skriv det när något inte fungerar."));
        if (note?.Length > SelfCheckResult.LongestNote) errors.Add(new(nameof(request.Note), new Text("Vad såg ni? Texten får vara högst {0} tecken.", SelfCheckResult.LongestNote)));
        if (day > today) errors.Add(new(nameof(request.Day), "Gjord den: dagen har inte varit än."));
        else if (day < check.Day) errors.Add(new(nameof(request.Day), new Text("Gjord den: idén började användas {0}. Skriv en dag efter det.", check.Day.ForPeople(today))));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        db.SelfCheckResults.Add(new() { Id = Guid.CreateVersion7(), SelfCheckId = check.Id, Day = day, Works = request.Works!.Value, Note = string.IsNullOrEmpty(note) ? null : note, ById = me.RequiredId, At = time.GetUtcNow() });
        check.NextOn = QualityWords.Next(check.Often, check.NextOn, day);
        db.Audit(new("evaluation.self-check-recorded", "self-check", check.Id, me.RequiredId, check.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : check.Version;
    }
}
