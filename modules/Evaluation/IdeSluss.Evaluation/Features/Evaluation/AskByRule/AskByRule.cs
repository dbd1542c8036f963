using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

/// <summary>An idea has come to a decision that a rule wants judged: people are asked when the decision before it can no longer be taken back. The narrowest rule counts. Where nobody may, the coach is told.</summary>
internal sealed class AskByRule(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory directory, Proposals proposals, StartRound start, ReviewMail mail) : IEventHandler<GateDecided>
{
    public async Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (message.FromStage == message.ToStage || !await db.Rules.AnyAsync(one => one.Active, cancellationToken)) return;
        if ((await cases.FindManyAsync([message.IdeaId], cancellationToken)).GetValueOrDefault(message.IdeaId) is not { Gate: { } gate, IsOpen: true } idea || idea.Stage != message.ToStage || idea.Track == Tracks.DoNow) return;
        var rules = await db.Rules.AsNoTracking().Where(one => one.Active && one.Gate == gate.Code && (one.AuthorityId == null || one.AuthorityId == idea.AuthorityId) && (one.Area == null || one.Area == idea.Area)).ToListAsync(cancellationToken);
        if (rules.OrderByDescending(one => one.AuthorityId is not null).ThenByDescending(one => one.Area is not null).ThenBy(one => one.Id).FirstOrDefault() is not { } rule) return;
        if ((await start.SheetsOfAsync(gate.Code, cancellationToken)).FirstOrDefault(one => one.Id == rule.SheetId) is not { } sheet) return;
        await db.LockAskingAsync(cancellationToken);
        if (await db.Rounds.AnyAsync(one => one.IdeaId == idea.IdeaId && one.Gate == gate.Code && (one.ClosedAt == null || one.DecisionId == message.DecisionId), cancellationToken)) return;
        var people = (await proposals.OfAsync(idea, sheet.Content, rule.Wanted, [], rule.Always, cancellationToken)).Where(one => one.Proposed).Select(one => one.Candidate).ToList();
        if (people.Count > 0) start.Add(new(idea, gate.Code, sheet, WorkingDays.Add(message.EffectiveAt.StockholmDay(), rule.WorkingDays), message.EffectiveAt, null, message.DecisionId), people);
        else if (idea.CoachId is { } id && await directory.FindAsync(id, cancellationToken) is { } coach) mail.Nobody(idea.CaseNumber, coach);
        await db.SaveChangesAsync(cancellationToken);
    }
}
