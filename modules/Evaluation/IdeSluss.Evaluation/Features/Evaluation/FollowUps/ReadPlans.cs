using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <param name="Result">Null until it is answered.</param>
internal sealed record FollowUpLine(Guid Id, string Form, DateOnly Due, FollowUpState State, DateOnly? LastDay, bool IsLate, DateTimeOffset? EndedAt, decimal? RealisedPerYear, int Reached, int Benefits, int MissingSplit, FollowUpResult? Result);

/// <param name="Outcome">Code of the decision on the effect; null before it.</param>
/// <param name="Spread">The plan to spread it, or why not; null before it is written.</param>
internal sealed record PlanView(string CaseNumber, DateOnly WentLiveOn, string? Owner, decimal PlannedPerYear, string? Outcome, FormEvaluation? Spread, IReadOnlyList<FollowUpLine> FollowUps, bool MayChangeOwner, int Version);

/// <param name="Next">The first day on which something is or was asked; null when all is answered.</param>
/// <param name="Latest">What was measured last.</param>
internal sealed record PlanLine(string CaseNumber, string? Title, string? Owner, DateOnly WentLiveOn, decimal PlannedPerYear, FollowUpLine? Latest, FollowUpLine? Next);

/// <summary>What was promised and what came of it, within the reader's scope.</summary>
internal sealed class ReadPlans(EvaluationDbContext db, IJudgedCases cases, IFormRegistry forms, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;

    private PermissionScope Scope => me.Scope(EvaluationPermissions.ReadBenefits);

    /// <summary>Those that went live last first.</summary>
    public async Task<Page<PlanLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var plans = db.BenefitPlans.AsNoTracking().Within(Scope);
        if (Cursor.Parse(after) is { } last) plans = plans.Where(plan => EF.Functions.LessThan(ValueTuple.Create(plan.CreatedAt, plan.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await plans.OrderByDescending(plan => plan.CreatedAt).ThenByDescending(plan => plan.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).ToList();
        var ids = shown.ConvertAll(plan => plan.Id);
        var followUps = (await db.FollowUps.AsNoTracking().Where(one => ids.Contains(one.PlanId)).OrderBy(one => one.Due).ToListAsync(cancellationToken)).ToLookup(one => one.PlanId);
        var ideas = await cases.FindManyAsync([.. shown.Select(plan => plan.IdeaId)], cancellationToken);
        var names = await people.FindManyAsync([.. shown.Select(plan => plan.OwnerId).OfType<Guid>().Distinct()], cancellationToken);
        return new(
            [
                .. shown.Where(plan => ideas.ContainsKey(plan.IdeaId)).Select(plan => new PlanLine(
                    plan.CaseNumber, ideas[plan.IdeaId].Title, NameOf(plan, names), plan.WentLiveOn, plan.PlannedPerYear,
                    followUps[plan.Id].LastOrDefault(one => one.State == FollowUpState.Answered) is { } latest ? Line(latest, null) : null,
                    followUps[plan.Id].FirstOrDefault(one => one.State is FollowUpState.Open or FollowUpState.Planned) is { } next ? Line(next, null) : null)),
            ],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].CreatedAt, rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<Outcome<PlanView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await db.BenefitPlans.AsNoTracking().Within(Scope).FirstOrDefaultAsync(plan => plan.CaseNumber == caseNumber, cancellationToken) is not { } plan) return PlanAccess.NoPlan;
        if ((await cases.FindManyAsync([plan.IdeaId], cancellationToken)).Count == 0) return PlanAccess.NoPlan;
        var followUps = await db.FollowUps.AsNoTracking().Where(one => one.PlanId == plan.Id).OrderBy(one => one.Due).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. new[] { plan.OwnerId }.OfType<Guid>()], cancellationToken);
        var (promised, now) = (plan.Facts(forms), (await cases.BasisAsync(plan.IdeaId, cancellationToken)).Facts);
        var manage = me.Scope(EvaluationPermissions.ManageBenefits);
        return new PlanView(
            plan.CaseNumber, plan.WentLiveOn, NameOf(plan, names), plan.PlannedPerYear, plan.Outcome, now.Of(FormKeys.Spread),
            [.. followUps.Select(one => Line(one, one.State == FollowUpState.Answered && forms.Current(one.Form) is { } form ? FollowUpResult.Of(FormEvaluator.Evaluate(form, Answers.Parse(one.Answers), promised).Answers) : null))],
            manage.Everything || manage.Authorities.Contains(plan.AuthorityId) || manage.Units.Any(unit => unit == plan.UnitId || unit == plan.ReceivingUnitId), plan.Version);
    }

    /// <summary>What was promised, for whoever reads a case that is followed up.</summary>
    public async Task<BenefitContent?> PromisedAsync(Guid ideaId, CancellationToken cancellationToken) =>
        await db.BenefitPlans.AsNoTracking().FirstOrDefaultAsync(plan => plan.IdeaId == ideaId, cancellationToken) is { } plan ? BenefitContent.Of(plan.Facts(forms)) : null;

    private FollowUpLine Line(FollowUp one, FollowUpResult? result) => new(
        one.Id, one.Form, one.Due, one.State, one.LastDay, one.State == FollowUpState.Open && one.LastDay < time.StockholmToday(), one.EndedAt, one.RealisedPerYear, one.Reached, one.Benefits, one.MissingSplit, result);

    private static string? NameOf(BenefitPlan plan, IReadOnlyDictionary<Guid, PersonInfo> names) => plan.OwnerId is { } id ? names.GetValueOrDefault(id)?.DisplayName : null;
}
