using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

internal sealed record ProgrammeLine(string Code, string Name, DateOnly Start, DateOnly End, decimal Total);

/// <summary>A year's money.</summary>
/// <param name="Decision">Null where none is taken; the first year needs none.</param>
internal sealed record YearMoney(int Year, DateOnly From, DateOnly To, decimal Budget, string? For, decimal Spent, RenewalDecision? Decision, bool MaySpend)
{
    public decimal Left => Budget - Spent;

    /// <summary>What was granted is less than what is spent.</summary>
    public bool AboveGranted => Decision is { Granted: true, Amount: { } granted } && Spent > granted;
}

/// <param name="Planned">By year, from the first.</param>
internal sealed record PartnerMoney(Partner Partner, IReadOnlyList<decimal> Planned, IReadOnlyList<decimal> Reported);

/// <param name="Now">Which year it is; null outside the programme's days.</param>
internal sealed record ProgrammeView(
    Guid Id, string Code, ProgrammePlan Plan, IReadOnlyList<YearMoney> Years, IReadOnlyList<PartnerMoney> Partners, IReadOnlyList<RenewalDecision> Decisions, IReadOnlyList<ReportLine> Reports, int? Now, bool MayManage, int Version);

internal sealed record ReportLine(Guid Id, ReportKind Kind, DateTimeOffset MadeAt, DateOnly? SentOn);

internal sealed record EntryLine(Guid Id, EntryKind Kind, DateOnly Day, int Year, string? Partner, string What, decimal Amount, bool Struck, string By);

internal sealed class ReadProgrammes(EvaluationDbContext db, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    private const int Most = 200;
    public const int PageSize = 50;

    private PermissionScope Scope => me.Scope(EvaluationPermissions.ReadProgrammes).With(me.Scope(EvaluationPermissions.ManageProgrammes));

    public async Task<IReadOnlyList<ProgrammeLine>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await db.Programmes.AsNoTracking().Within(Scope).OrderByDescending(one => one.Id).Take(Most).ToListAsync(cancellationToken)).Select(one => (one.Code, Plan: ProgrammePlan.Of(one))).Select(one => new ProgrammeLine(one.Code, one.Plan.Name, one.Plan.Start, one.Plan.End, one.Plan.Total))];

    /// <summary>The programme itself, within the reader's scope.</summary>
    public async Task<Programme?> OneAsync(string code, CancellationToken cancellationToken) => await db.Programmes.AsNoTracking().Within(Scope).FirstOrDefaultAsync(each => each.Code == code, cancellationToken);

    public async Task<Outcome<ProgrammeView>> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await OneAsync(code, cancellationToken) is not { } one) return SaveProgramme.NoSuchProgramme;
        var plan = ProgrammePlan.Of(one);
        var sums = await db.ProgrammeEntries.AsNoTracking().Where(entry => entry.ProgrammeId == one.Id && entry.StruckAt == null)
            .GroupBy(entry => new { entry.Kind, entry.Year, entry.Partner }).Select(group => new { group.Key.Kind, group.Key.Year, group.Key.Partner, Amount = group.Sum(entry => entry.Amount) }).ToListAsync(cancellationToken);
        var decisions = await db.Renewals.AsNoTracking().Where(decision => decision.ProgrammeId == one.Id).OrderBy(decision => decision.RecordedAt).Take(Most).ToListAsync(cancellationToken);
        var reports = await db.ProgrammeReports.AsNoTracking().Where(report => report.ProgrammeId == one.Id).OrderByDescending(report => report.MadeAt).Take(Most).Select(report => new ReportLine(report.Id, report.Kind, report.MadeAt, report.SentOn)).ToListAsync(cancellationToken);
        var years = Enumerable.Range(1, plan.Years).ToList();
        return new ProgrammeView(
            one.Id, one.Code, plan,
            [.. years.Select(year => new YearMoney(
                year, plan.DaysOf(year).From, plan.DaysOf(year).To, plan.Budget[year - 1], plan.BudgetFor[year - 1], sums.Where(sum => sum.Kind == EntryKind.Spending && sum.Year == year).Sum(sum => sum.Amount),
                ProgrammeRules.DecisionOf(year, decisions), ProgrammeRules.MaySpend(year, decisions)))],
            [.. plan.Partners.Select((partner, at) => new PartnerMoney(
                partner, [.. years.Select(year => plan.Contributions.Where(given => given.Partner == at + 1 && given.Year == year).Sum(given => given.Amount))],
                [.. years.Select(year => sums.Where(sum => sum.Kind == EntryKind.Contribution && sum.Year == year && sum.Partner == partner.Name).Sum(sum => sum.Amount))]))],
            decisions, reports, plan.YearOf(time.StockholmToday()), me.Scope(EvaluationPermissions.ManageProgrammes).Covers(one.AuthorityId, one.UnitId), one.Version);
    }

    /// <summary>What has been entered, the latest first; what is struck out too.</summary>
    public async Task<Outcome<Page<EntryLine>>> EntriesAsync(string code, string? after, CancellationToken cancellationToken)
    {
        if (await OneAsync(code, cancellationToken) is not { } one) return SaveProgramme.NoSuchProgramme;
        var entries = db.ProgrammeEntries.AsNoTracking().Where(entry => entry.ProgrammeId == one.Id);
        if (Cursor.Parse(after) is { } last) entries = entries.Where(entry => EF.Functions.LessThan(ValueTuple.Create(entry.RecordedAt, entry.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await entries.OrderByDescending(entry => entry.RecordedAt).ThenByDescending(entry => entry.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. rows.Select(row => row.RecordedById).Distinct()], cancellationToken);
        return new Page<EntryLine>(
            [.. rows.Take(PageSize).Select(row => new EntryLine(row.Id, row.Kind, row.Day, row.Year, row.Partner, row.What, row.Amount, row.StruckAt is not null, names.GetValueOrDefault(row.RecordedById)?.DisplayName ?? "–"))],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].RecordedAt, rows[PageSize - 1].Id).ToString() : null);
    }
}
