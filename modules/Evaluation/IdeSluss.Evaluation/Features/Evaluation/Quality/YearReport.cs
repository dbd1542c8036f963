using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

internal sealed record AreaLine(string Name, int Count);

internal sealed record ImprovementLine(string CaseNumber, string? Title, DateOnly Day, string? Routine);

/// <param name="Deviating">Times that something did not work.</param>
internal sealed record SelfCheckSum(string CaseNumber, string What, string Often, int Done, int Deviating, string? Latest);

internal sealed record RiskLine(string CaseNumber, string What, int Number, string? Action, int? Residual);

internal sealed record LessonLine(string CaseNumber, string? Title, string Learnt);

/// <summary>A year's quality work with ideas in one authority.</summary>
/// <param name="Areas">Improvements by area, the largest first.</param>
/// <param name="Risks">How many were found before tests.</param>
/// <param name="HighRisks">Those at 12 or more before their action, the highest first.</param>
/// <param name="Planned">Kronor a year, of the ideas that were followed up in the year.</param>
internal sealed record YearView(
    string AuthorityCode, string Authority, int Year, bool IsOver, IReadOnlyList<AreaLine> Areas, IReadOnlyList<ImprovementLine> Improvements, int Risks, IReadOnlyList<RiskLine> HighRisks, IReadOnlyList<SelfCheckSum> SelfChecks,
    int FollowUps, int Reached, int Benefits, decimal Planned, decimal Realised, int MissingSplit, IReadOnlyList<LessonLine> Lessons);

internal sealed record YearChoice(string Code, string Name, IReadOnlyList<int> Years);

/// <summary>The yearly <i>kvalitetsberättelse</i> for innovation (SOSFS 2011:9, 7 kap.): what was improved, what risks were seen, what the self-checks showed and what was learnt. Made from what is known already: nobody writes anything for it.</summary>
internal sealed class YearReport(EvaluationDbContext db, IJudgedCases cases, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int FirstYear = 2000;
    private const int HighRisk = 12;
    private const int Most = 500;

    public static readonly Problem NoReport = Problem.NotFound("Det finns ingen sådan kvalitetsberättelse, eller så är den inte din.");

    /// <summary>The authorities whose reports one may read, with this year and the years in which there was something.</summary>
    public async Task<IReadOnlyList<YearChoice>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var (scope, today) = (me.Scope(EvaluationPermissions.ReadQuality), time.StockholmToday());
        var first = (await db.BenefitPlans.AsNoTracking().GroupBy(plan => plan.AuthorityId).Select(group => new { group.Key, Day = group.Min(plan => plan.WentLiveOn) }).ToListAsync(cancellationToken)).ToDictionary(one => one.Key, one => one.Day.Year);
        return [.. (await organisation.AuthoritiesAsync(cancellationToken)).Where(authority => scope.Covers(authority.Id, null)).Select(authority => new YearChoice(
            authority.Code, authority.Name, [.. Enumerable.Range(0, today.Year - Math.Min(first.GetValueOrDefault(authority.Id, today.Year), today.Year) + 1).Select(back => today.Year - back)]))];
    }

    public async Task<Outcome<YearView>> FindAsync(string authority, int year, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        if ((await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => string.Equals(one.Code, authority, StringComparison.OrdinalIgnoreCase)) is not { } found) return NoReport;
        if (!me.Scope(EvaluationPermissions.ReadQuality).Covers(found.Id, null) || year < FirstYear || year > today.Year) return NoReport;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var plans = await db.BenefitPlans.AsNoTracking().Where(plan => plan.AuthorityId == found.Id && plan.WentLiveOn >= from && plan.WentLiveOn <= to).OrderBy(plan => plan.WentLiveOn).ThenBy(plan => plan.Id).Take(Most).ToListAsync(cancellationToken);
        var routines = (await db.Routines.AsNoTracking().Where(one => one.AuthorityId == found.Id && one.Day >= from && one.Day <= to).Take(Most).ToListAsync(cancellationToken)).ToLookup(one => one.IdeaId);
        var risks = await db.Risks.AsNoTracking().Where(one => one.AuthorityId == found.Id && one.Day >= from && one.Day <= to).OrderByDescending(one => one.Number).ThenBy(one => one.Id).Take(Most).ToListAsync(cancellationToken);
        var checks = await db.SelfChecks.AsNoTracking().Where(one => one.AuthorityId == found.Id && one.Day <= to).OrderBy(one => one.CaseNumber).ThenBy(one => one.Row).Take(Most).ToListAsync(cancellationToken);
        var followed = await AnsweredAsync(found.Id, from, to, cancellationToken);
        var ideas = await cases.FindManyAsync([.. plans.Select(one => one.IdeaId).Concat(risks.Select(one => one.IdeaId)).Concat(checks.Select(one => one.IdeaId)).Concat(followed.Select(one => one.Plan.IdeaId)).Distinct().Take(Most)], cancellationToken);
        plans.RemoveAll(plan => !ideas.ContainsKey(plan.IdeaId));
        risks.RemoveAll(risk => !ideas.ContainsKey(risk.IdeaId));
        followed.RemoveAll(one => !ideas.ContainsKey(one.Plan.IdeaId));
        var names = cases.Areas.ToDictionary(area => area.Code, area => area.Name);
        return new YearView(
            found.Code, found.Name, year, year < today.Year,
            [.. plans.GroupBy(plan => ideas[plan.IdeaId].Area is { } area ? names.GetValueOrDefault(area, area) : "Inget område").Select(group => new AreaLine(group.Key, group.Count())).OrderByDescending(line => line.Count).ThenBy(line => line.Name, StringComparer.Ordinal)],
            [.. plans.Select(plan => new ImprovementLine(plan.CaseNumber, ideas[plan.IdeaId].Title, plan.WentLiveOn, routines[plan.IdeaId].FirstOrDefault()?.Routine))],
            risks.Count, [.. risks.Where(risk => risk.Number >= HighRisk).Select(risk => new RiskLine(risk.CaseNumber, risk.What, risk.Number, risk.Action, risk.Residual))],
            await SumsAsync([.. checks.Where(check => ideas.ContainsKey(check.IdeaId))], from, to, cancellationToken),
            followed.Count, followed.Sum(one => one.FollowUp.Reached), followed.Sum(one => one.FollowUp.Benefits), followed.Where(one => one.FollowUp.RealisedPerYear is not null).DistinctBy(one => one.Plan.Id).Sum(one => one.Plan.PlannedPerYear),
            followed.Where(one => one.FollowUp.RealisedPerYear is not null).GroupBy(one => one.Plan.Id).Sum(group => group.Last().FollowUp.RealisedPerYear ?? 0), followed.Sum(one => one.FollowUp.MissingSplit),
            await LessonsAsync([.. plans.Select(plan => ideas[plan.IdeaId])], cancellationToken));
    }

    private async Task<List<(BenefitPlan Plan, FollowUp FollowUp)>> AnsweredAsync(Guid authority, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, end) = (from.StartInStockholm(), to.AddDays(1).StartInStockholm());
        return (await db.FollowUps.AsNoTracking().Where(one => one.State == FollowUpState.Answered && one.EndedAt >= first && one.EndedAt < end)
            .Join(db.BenefitPlans.Where(plan => plan.AuthorityId == authority), followUp => followUp.PlanId, plan => plan.Id, (followUp, plan) => new { plan, followUp }).OrderBy(one => one.followUp.EndedAt).ThenBy(one => one.followUp.Due).Take(Most)
            .ToListAsync(cancellationToken)).ConvertAll(one => (one.plan, one.followUp));
    }

    private async Task<IReadOnlyList<SelfCheckSum>> SumsAsync(IReadOnlyList<SelfCheck> checks, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var ids = checks.Select(check => check.Id).ToList();
        var results = (await db.SelfCheckResults.AsNoTracking().Where(one => ids.Contains(one.SelfCheckId) && one.Day >= from && one.Day <= to).OrderBy(one => one.Day).ThenBy(one => one.Id).ToListAsync(cancellationToken)).ToLookup(one => one.SelfCheckId);
        return [.. checks.Select(check => new SelfCheckSum(check.CaseNumber, check.What, check.Often, results[check.Id].Count(), results[check.Id].Count(one => !one.Works), results[check.Id].LastOrDefault(one => one.Note is not null)?.Note))];
    }

    private async Task<IReadOnlyList<LessonLine>> LessonsAsync(IReadOnlyList<JudgedCase> ideas, CancellationToken cancellationToken)
    {
        var lessons = new List<LessonLine>();
        // One reading each, so that a large authority is not read for minutes.
        foreach (var idea in ideas.Take(50))
            if ((await cases.BasisAsync(idea.IdeaId, cancellationToken)).Facts.Of(FormKeys.Lesson) is { IsComplete: true } lesson && lesson.Answers.Text("larde") is { } learnt) lessons.Add(new(idea.CaseNumber, idea.Title, learnt));
        return lessons;
    }
}
