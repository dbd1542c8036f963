using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>What a decision leaves for the quality work (<c>domain.md</c> 1.3): the risks with the decision to test, the changed routine and the self-checks with the handover. Once each, however often it is called.</summary>
internal sealed class KeepQualityWork(EvaluationDbContext db, IJudgedCases cases)
{
    public async Task RisksAsync(Guid ideaId, Guid decisionId, DateOnly day, CancellationToken cancellationToken)
    {
        if (await db.Risks.AnyAsync(one => one.DecisionId == decisionId, cancellationToken) || await CaseAsync(ideaId, cancellationToken) is not { } found) return;
        db.Risks.AddRange(Of(found.Facts, FormKeys.RiskAnalysis).Rows("risker").Where(row => row.Text("handelse") is not null).Select((row, at) => new QualityRisk
        {
            Id = Guid.CreateVersion7(), IdeaId = ideaId, CaseNumber = found.Idea.CaseNumber, AuthorityId = found.Idea.AuthorityId, UnitId = found.Idea.UnitId, ReceivingUnitId = found.Idea.ReceivingUnitId, DecisionId = decisionId, Row = at, Day = day,
            What = row.Text("handelse")!, Cause = row.Text("orsak"), Consequence = Step(row, "konsekvens"), Probability = Step(row, "sannolikhet"), Number = Step(row, "konsekvens") * Step(row, "sannolikhet"),
            Action = row.Text("atgard"), Who = row.Text("vem"), DueOn = BenefitContent.Day(row.Text("klart")), Residual = row.Number("kvar") is { } left ? (int)Math.Clamp(left, 1, 16) : null,
        }));
        await db.TryAddAsync(cancellationToken);
    }

    public async Task HandoverAsync(Guid ideaId, Guid decisionId, DateOnly day, CancellationToken cancellationToken)
    {
        if (await db.SelfChecks.AnyAsync(one => one.DecisionId == decisionId, cancellationToken) || await db.Routines.AnyAsync(one => one.DecisionId == decisionId, cancellationToken)) return;
        if (await CaseAsync(ideaId, cancellationToken) is not { } found) return;
        if ((Of(found.Facts, FormKeys.Handover).Text("rutin") ?? Of(found.Facts, FormKeys.SmallHandover).Text("klart")) is { } routine)
            db.Routines.Add(new() { Id = Guid.CreateVersion7(), IdeaId = ideaId, CaseNumber = found.Idea.CaseNumber, AuthorityId = found.Idea.AuthorityId, UnitId = found.Idea.UnitId, ReceivingUnitId = found.Idea.ReceivingUnitId, DecisionId = decisionId, Row = 0, Day = day, Routine = routine });
        db.SelfChecks.AddRange(Of(found.Facts, FormKeys.SelfCheck).Rows("kontroller").Where(row => row.Text("vad") is not null).Select((row, at) => new SelfCheck
        {
            Id = Guid.CreateVersion7(), IdeaId = ideaId, CaseNumber = found.Idea.CaseNumber, AuthorityId = found.Idea.AuthorityId, UnitId = found.Idea.UnitId, ReceivingUnitId = found.Idea.ReceivingUnitId, DecisionId = decisionId, Row = at, Day = day,
            What = row.Text("vad")!, How = row.Text("hur"), Often = row.Text("hur-ofta") ?? "ar", Who = row.Text("vem"), NextOn = BenefitContent.Day(row.Text("forsta")) ?? day,
        }));
        await db.TryAddAsync(cancellationToken);
    }

    private async Task<(JudgedCase Idea, FormFacts Facts)?> CaseAsync(Guid ideaId, CancellationToken cancellationToken) =>
        (await cases.FindManyAsync([ideaId], cancellationToken)).GetValueOrDefault(ideaId) is { } idea ? (idea, (await cases.BasisAsync(ideaId, cancellationToken)).Facts) : null;

    private static Answers Of(FormFacts facts, string form) => facts.Of(form)?.Answers ?? Answers.Empty;

    private static int Step(Answers row, string column) => row.Number(column) is { } step ? (int)Math.Clamp(step, 1, 4) : 1;
}

/// <summary>What comes with the handover is kept together with the plan (<see cref="FollowUps.SettlePlan"/>).</summary>
internal sealed class RisksOfTest(KeepQualityWork keep) : IEventHandler<GateDecided>
{
    public Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken) =>
        message is { Gate: Gates.Test, ToStage: Stages.Test } ? keep.RisksAsync(message.IdeaId, message.DecisionId, message.DecidedAt.StockholmDay(), cancellationToken) : Task.CompletedTask;
}

internal sealed class QualityUndone(EvaluationDbContext db) : IEventHandler<DecisionTakenBack>
{
    public async Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken)
    {
        await db.Risks.Where(one => one.DecisionId == message.DecisionId).ExecuteDeleteAsync(cancellationToken);
        await db.Routines.Where(one => one.DecisionId == message.DecisionId).ExecuteDeleteAsync(cancellationToken);
        await db.SelfChecks.Where(one => one.DecisionId == message.DecisionId).ExecuteDeleteAsync(cancellationToken);
    }
}
