using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <summary>A decision can be taken back until its hold ends, as long as nobody has built on it.</summary>
internal static class TakeBackRule
{
    /// <param name="othersLines">Lines of the history now, without the decision's own and those that nobody wrote.</param>
    public static Problem? Check(Decision decision, CaseBefore before, int version, int othersLines, DateTimeOffset now) => decision switch
    {
        { TakenBackAt: not null } => Problem.Conflict("Beslutet är redan taget tillbaka."),
        { CorrectsId: not null } => Problem.Conflict("En rättelse går inte att ta tillbaka. Rätta en gång till."),
        _ when decision.EffectiveAt <= now => Problem.Conflict("Svaret har gått. Nu kan beslutet rättas men inte tas tillbaka."),
        _ when version != before.VersionAfter || othersLines > before.TimelineCount => Problem.Conflict("Någon har arbetat vidare med ärendet. Beslutet går inte längre att ta tillbaka."),
        _ => null,
    };
}

/// <summary>Undoes a held decision: the case is where it was, nothing is sent, and the record says that it was taken back.</summary>
internal sealed class TakeBackDecision(IdeasDbContext db, CurrentUser user, DecisionCases decisions, MergeQuestions mergeQuestions, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(string caseNumber, Guid decisionId, CancellationToken cancellationToken)
    {
        if ((await decisions.FindAsync(caseNumber, decisionId, cancellationToken)).Failed(out var problem, out var found)) return problem;
        if (!found.MayAct) return DecisionCases.NotYours;
        var (idea, decision, _) = found;
        var now = time.GetUtcNow();
        var before = CaseBefore.Parse(decision.Before);
        var lines = await db.Timeline.Where(line => line.IdeaId == idea.Id).ToListAsync(cancellationToken);
        if (TakeBackRule.Check(decision, before, idea.Version, lines.Count(line => line.DecisionId != decision.Id && !FollowedByItself(line, decision)), now) is { } refused) return refused;

        foreach (var mail in before.Mails)
            if (!await db.CancelMailAsync(mail, now, cancellationToken)) return Problem.Conflict("Svaret håller på att skickas. Nu kan beslutet rättas men inte tas tillbaka.");
        foreach (var task in await db.Tasks.Where(task => task.DecisionId == decision.Id && task.DoneAt == null).ToListAsync(cancellationToken)) task.Cancelled = true;
        // The question was never seen by anyone; the decision's reply keeps its words.
        db.Messages.RemoveRange(await db.Messages.Where(message => message.IdeaId == idea.Id && !message.FromSubmitter && message.At == decision.DecidedAt && message.VisibleFrom > now).ToListAsync(cancellationToken));
        foreach (var line in lines.Where(line => line.DecisionId == decision.Id)) line.TakenBack = true;
        if (decision.RedirectTarget is not null) await RedirectCase.TakeBackAsync(db, idea, decision.Id, now, cancellationToken);
        await AcceptByDeciding.TakeBackAsync(db, idea, decision.Id, user.RequiredId, now, cancellationToken);
        await mergeQuestions.TakeBackAsync(decision.Id, now, cancellationToken);
        before.Restore(idea);
        decision.TakenBackAt = now;

        db.Timeline.Add(new TimelineEntry
        {
            Id = OrderedId.Next(),
            IdeaId = idea.Id,
            At = now,
            VisibleFrom = now,
            Audience = Audience.Internal,
            Kind = TimelineKinds.TakenBack,
            Stage = idea.Stage,
            DecisionId = decision.Id,
            ActorId = user.RequiredId,
            ActorRole = decision.DecidedAs,
        });
        db.Audit(new AuditFact("ideas.decision-taken-back", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["decision"] = decision.Id.ToString(), ["gate"] = decision.Gate }));
        db.Publish(new DecisionTakenBack(idea.Id, decision.Id, decision.Gate, now), idea.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    /// <summary>The clock's lines, and that a judging ended because the decision was taken: nobody has built on it.</summary>
    private static bool FollowedByItself(TimelineEntry line, Decision decision) =>
        line.Kind == TimelineKinds.PromiseAtRisk || (line.Kind == TimelineKinds.JudgingClosed && line.ActorId is null && line.At >= decision.DecidedAt);
}
