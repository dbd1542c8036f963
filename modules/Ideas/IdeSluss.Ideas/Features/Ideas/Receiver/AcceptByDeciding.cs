using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Receiver;

/// <summary>
/// Track Liten: the manager who decides that the idea is tried is the one who would be asked to receive it. Deciding is accepting, and is written down as such with
/// the decision, without a page of its own.
/// </summary>
internal sealed class AcceptByDeciding(IdeasDbContext db, IOrganisation organisation)
{
    /// <summary>Before the save of <paramref name="decision"/>; the requirement has been checked.</summary>
    public async Task RecordAsync(Idea idea, Gate gate, GateOutcome outcome, CaseFacts facts, Decision decision, CancellationToken cancellationToken)
    {
        var asked = gate.RequirementsFor(outcome, decision.Track).Any(requirement => requirement is { Code: Requirements.ReceiverCommitment, MetByDeciding: true });
        if (!asked || facts.Receiver?.Holds == true || idea.UnitId is not { } unitId || await organisation.UnitAsync(unitId, cancellationToken) is not { } unit) return;
        var by = decision.DecidedById!.Value;
        if (facts.Receiver is { } before) EndReceiver.Now(db, idea, before, by, decision.DecidedAt, decision);
        var receiver = new ReceiverCommitment
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.Id, UnitId = unit.Id, AuthorityId = unit.AuthorityId, ProposedAt = decision.DecidedAt, ProposedById = by, AnswerBy = decision.DecidedAt.StockholmDay(),
            DecisionId = decision.Id, Status = ReceiverStatus.Accepted, AnsweredAt = decision.DecidedAt, AnsweredById = by,
        };
        db.Receivers.Add(receiver);
        (idea.ReceivingUnitId, idea.ReceivingAuthorityId) = (unit.Id, unit.AuthorityId);
        db.Timeline.Add(ReceiverLines.Of(idea, TimelineKinds.ReceiverAccepted, Audience.Public, by, decision.DecidedAs, unit.Name, decision.DecidedAt, decision));
        db.Audit(ReceiverLines.Fact("ideas.receiver-accepted", idea, receiver, by));
        db.Publish(new ReceiverAccepted(idea.Id, idea.CaseNumber, receiver.Id, unit.Id, unit.AuthorityId, by, decision.DecidedAt), idea.Id);
        await ReceiverTasks.DoneAsync(db, idea.Id, null, decision.DecidedAt, cancellationToken);
    }

    /// <summary>The decision was taken back within its hold: what it accepted does not hold. A proposal that it made needless is not woken; the coach asks again.</summary>
    public static async Task TakeBackAsync(IdeasDbContext db, Idea idea, Guid decisionId, Guid by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var receiver in await db.Receivers.Where(one => one.IdeaId == idea.Id && one.DecisionId == decisionId && one.EndedAt == null).ToListAsync(cancellationToken))
        {
            (receiver.EndedAt, receiver.EndedById) = (now, by);
            db.Publish(new ReceiverVoided(idea.Id, idea.CaseNumber, receiver.Id, receiver.UnitId, now), idea.Id);
        }
    }
}
