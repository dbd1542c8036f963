using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>A follow-up that somebody has filled in on the case itself counts as answered: nobody is asked for it again.</summary>
internal sealed class CaseAnswers(EvaluationDbContext db, IJudgedCases cases, IFormRegistry forms, Asking asking, TimeProvider time)
{
    /// <summary>With the next save.</summary>
    public async Task TakeAsync(BenefitPlan plan, CancellationToken cancellationToken)
    {
        var open = await db.FollowUps.Where(one => one.PlanId == plan.Id && (one.State == FollowUpState.Planned || one.State == FollowUpState.Open)).ToListAsync(cancellationToken);
        if (open.Count == 0 || !(await cases.FindManyAsync([plan.IdeaId], cancellationToken)).ContainsKey(plan.IdeaId)) return;
        var facts = (await cases.BasisAsync(plan.IdeaId, cancellationToken)).Facts;
        foreach (var followUp in open)
        {
            if (facts.Of(followUp.Form) is not { IsComplete: true } filled) continue;
            // A measurement from before the idea went live is none of it: then the one who answers for it is asked.
            var result = FollowUpResult.Of(filled.Answers);
            if (MeasuredDay.Wrong(plan, plan.Facts(forms), result.MeasuredOn, time.StockholmToday()).Any()) continue;
            followUp.Answers = filled.Own.ToJson();
            result.WriteTo(followUp);
            asking.End(plan, followUp, FollowUpState.Answered, null);
        }
    }
}
