using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>A no, as its submitter sees it.</summary>
/// <param name="LastDay">The last day to ask for reconsideration.</param>
/// <param name="WhyNot">Why that cannot be done; null when it can.</param>
internal sealed record OwnDecision(RefusingDecision Decision, DateOnly LastDay, Text? WhyNot, OwnReconsideration? Asked);

/// <param name="DecidedAs">Role code of who reconsidered it.</param>
internal sealed record OwnReconsideration(DateTimeOffset AskedAt, DateOnly AnswerBy, ReconsiderationState State, string? Motivation, string? DecidedAs, DateTimeOffset? DecidedAt);

/// <summary>A submitter asks that a no be looked at by somebody else. The caller has shown that the case is theirs.</summary>
internal sealed class AskForReconsideration(EvaluationDbContext db, IReconsideredCases cases, ReconsiderationTimes times, CurrentUser me, TimeProvider time)
{
    public async Task<IReadOnlyList<OwnDecision>> OfCaseAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var decisions = await cases.OfCaseAsync(ideaId, cancellationToken);
        var ids = decisions.Select(decision => decision.Id).ToList();
        var asked = await db.Reconsiderations.AsNoTracking().Where(one => ids.Contains(one.DecisionId)).ToDictionaryAsync(one => one.DecisionId, cancellationToken);
        return [.. decisions.Select(decision => Of(decision, asked.GetValueOrDefault(decision.Id)))];
    }

    public async Task<OwnDecision?> FindAsync(Guid decisionId, CancellationToken cancellationToken) =>
        await cases.FindAsync(decisionId, cancellationToken) is { } decision ? Of(decision, await db.Reconsiderations.AsNoTracking().FirstOrDefaultAsync(one => one.DecisionId == decisionId, cancellationToken)) : null;

    public async Task<Outcome<OwnDecision>> HandleAsync(Guid decisionId, string? reason, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(decisionId, cancellationToken) is not { } decision) return ReconsiderationRules.NoSuchDecision;
        var today = time.StockholmToday();
        var already = await db.Reconsiderations.AsNoTracking().FirstOrDefaultAsync(one => one.DecisionId == decisionId, cancellationToken);
        if (ReconsiderationRules.WhyNot(decision, already, times, today) is { } impossible) return impossible;
        if (ReconsiderationRules.CheckText("Reason", reason, "Skriv varför beslutet borde ändras.").ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var one = new Reconsideration
        {
            Id = Guid.CreateVersion7(), DecisionId = decision.Id, IdeaId = decision.IdeaId, CaseNumber = decision.CaseNumber, Gate = decision.Gate, AuthorityId = decision.AuthorityId, UnitId = decision.UnitId,
            FirstDeciderId = decision.DecidedById, FirstDecidedAs = decision.DecidedAs!, AskedAt = time.GetUtcNow(), AskedById = me.Id, Reason = reason!.Trim(), AnswerBy = WorkingDays.Add(today, times.AnswerWithinWorkingDays),
        };
        db.Reconsiderations.Add(one);
        db.Publish(new ReconsiderationAsked(one.Id, one.IdeaId, one.CaseNumber, one.DecisionId, one.Gate, one.AskedById, one.AskedAt), one.IdeaId);
        db.Audit(new("evaluation.reconsideration-asked", "reconsideration", one.Id, one.AskedById, one.AuthorityId, new Dictionary<string, string> { ["decision"] = one.DecisionId.ToString() }));
        return await db.TryAddAsync(cancellationToken) ? Of(decision, one) : ReconsiderationRules.WhyNot(decision, one, times, today)!;
    }

    private OwnDecision Of(RefusingDecision decision, Reconsideration? asked) => new(
        decision, ReconsiderationRules.LastDay(decision.ToldAt, times), ReconsiderationRules.WhyNot(decision, asked, times, time.StockholmToday())?.Message,
        asked is null ? null : new(asked.AskedAt, asked.AnswerBy, asked.State, asked.Motivation, asked.DecidedAs, asked.DecidedAt));
}
