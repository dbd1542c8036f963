using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <param name="Result">What came of it; null until it is answered.</param>
internal sealed record OwnFollowUp(Guid Id, string CaseNumber, string? Title, FormDefinition Form, FormFacts Facts, Answers Answers, FollowUpState State, DateOnly Due, DateOnly? LastDay, FollowUpResult? Result, int Version);

/// <param name="Version">Of the follow-up as it was read.</param>
internal sealed record FollowUpRequest(Guid Id, Answers Answers, int? Version);

/// <summary>The one short form of whoever answers for a benefit: what was planned stands there, and one writes how it became. What is sent is not changed.</summary>
internal sealed class AnswerFollowUp(EvaluationDbContext db, IJudgedCases cases, IFormRegistry forms, Asking asking, CurrentUser me, TimeProvider time)
{
    public static readonly Problem NoFollowUp = Problem.NotFound("Uppföljningen finns inte, eller så är det någon annan som ska svara på den.");
    public static readonly Problem IsEnded = Problem.Conflict("Uppföljningen är redan klar.");

    /// <summary>What waits for the reader, the first to answer first.</summary>
    public async Task<IReadOnlyList<OwnFollowUpLine>> WaitingAsync(CancellationToken cancellationToken) => await Own()
        .Where(row => row.FollowUp.State == FollowUpState.Open).OrderBy(row => row.FollowUp.LastDay).ThenBy(row => row.FollowUp.Id).Take(100)
        .Select(row => new OwnFollowUpLine(row.FollowUp.Id, row.Plan.CaseNumber, row.FollowUp.Form, row.FollowUp.LastDay)).ToListAsync(cancellationToken);

    public async Task<Outcome<OwnFollowUp>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Own().FirstOrDefaultAsync(row => row.FollowUp.Id == id && row.FollowUp.State != FollowUpState.Planned, cancellationToken) is not { } row) return NoFollowUp;
        var (plan, followUp) = (row.Plan, row.FollowUp);
        if ((await cases.FindManyAsync([plan.IdeaId], cancellationToken)).GetValueOrDefault(plan.IdeaId) is not { } idea || forms.Current(followUp.Form) is not { } form) return NoFollowUp;
        var facts = plan.Facts(forms);
        // Somebody may have begun on the case itself.
        var answers = followUp is { State: FollowUpState.Open, Answers: "{}" } ? (await cases.BasisAsync(plan.IdeaId, cancellationToken)).Facts.AnswersTo(followUp.Form) : Answers.Parse(followUp.Answers);
        return new OwnFollowUp(
            followUp.Id, plan.CaseNumber, idea.Title, form, facts, answers, followUp.State, followUp.Due, followUp.LastDay, followUp.State == FollowUpState.Answered ? FollowUpResult.Of(FormEvaluator.Evaluate(form, answers, facts).Answers) : null, followUp.Version);
    }

    public Task<Outcome<int>> SaveAsync(FollowUpRequest request, CancellationToken cancellationToken) => HandleAsync(request, send: false, cancellationToken);

    public Task<Outcome<int>> SendAsync(FollowUpRequest request, CancellationToken cancellationToken) => HandleAsync(request, send: true, cancellationToken);

    private async Task<Outcome<int>> HandleAsync(FollowUpRequest request, bool send, CancellationToken cancellationToken)
    {
        if (await Own().FirstOrDefaultAsync(row => row.FollowUp.Id == request.Id && row.FollowUp.State != FollowUpState.Planned, cancellationToken) is not { } row || forms.Current(row.FollowUp.Form) is not { } form) return NoFollowUp;
        var (plan, followUp) = (row.Plan, row.FollowUp);
        if (followUp.State != FollowUpState.Open) return IsEnded;
        if (request.Version is { } seen && seen != followUp.Version) return Problem.Stale();
        var evaluation = FormEvaluator.Evaluate(form, request.Answers, plan.Facts(forms));
        var result = FollowUpResult.Of(evaluation.Answers);
        var errors = evaluation.Errors(complete: send).Concat(MeasuredDay.Wrong(plan, plan.Facts(forms), result.MeasuredOn, time.StockholmToday())).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        followUp.Answers = evaluation.Own.ToJson();
        if (send)
        {
            result.WriteTo(followUp);
            asking.End(plan, followUp, FollowUpState.Answered, me.RequiredId);
            db.Audit(new("evaluation.follow-up-answered", "follow-up", followUp.Id, me.RequiredId, plan.AuthorityId));
        }

        return await db.SaveAsync(cancellationToken) is { } stale ? stale : followUp.Version;
    }

    private IQueryable<PlannedFollowUp> Own()
    {
        var id = me.RequiredId;
        return db.BenefitPlans.Where(plan => plan.OwnerId == id).Join(db.FollowUps, plan => plan.Id, followUp => followUp.PlanId, (plan, followUp) => new PlannedFollowUp { Plan = plan, FollowUp = followUp });
    }

    private sealed class PlannedFollowUp
    {
        public required BenefitPlan Plan { get; init; }
        public required FollowUp FollowUp { get; init; }
    }
}

internal sealed record OwnFollowUpLine(Guid Id, string CaseNumber, string Form, DateOnly? LastDay);
