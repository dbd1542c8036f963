using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <summary>Ends the hold: the reply leaves and everyone sees the decision. Earlier decisions of the case that are still held go with it, so that the story stays in order.</summary>
internal sealed class SendReplyNow(IdeasDbContext db, CurrentUser user, DecisionCases decisions, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(string caseNumber, Guid decisionId, CancellationToken cancellationToken)
    {
        if ((await decisions.FindAsync(caseNumber, decisionId, cancellationToken)).Failed(out var problem, out var found)) return problem;
        if (!found.MayAct) return DecisionCases.NotYours;
        var (idea, chosen, _) = found;
        var now = time.GetUtcNow();
        if (chosen.TakenBackAt is not null) return Problem.Conflict("Beslutet är redan taget tillbaka.");
        if (chosen.EffectiveAt <= now) return Done.It;

        var held = await db.Decisions.Where(one => one.IdeaId == idea.Id && one.TakenBackAt == null && one.EffectiveAt > now && one.DecidedAt <= chosen.DecidedAt).ToListAsync(cancellationToken);
        var ids = held.ConvertAll(decision => decision.Id);
        foreach (var decision in held)
        {
            foreach (var mail in CaseBefore.Parse(decision.Before).Mails) await db.SendMailNowAsync(mail, now, cancellationToken);
            if (idea.PublishedAt == decision.EffectiveAt) idea.PublishedAt = now;
            decision.EffectiveAt = now;
        }

        foreach (var line in await db.Timeline.Where(line => line.IdeaId == idea.Id && line.DecisionId != null && ids.Contains(line.DecisionId.Value) && line.VisibleFrom > now).ToListAsync(cancellationToken)) line.VisibleFrom = now;
        foreach (var message in await db.Messages.Where(message => message.IdeaId == idea.Id && message.VisibleFrom > now).ToListAsync(cancellationToken)) message.VisibleFrom = now;
        foreach (var question in await db.Merges.Where(one => one.DecisionId != null && ids.Contains(one.DecisionId.Value)).ToListAsync(cancellationToken)) question.AskedFrom = now;
        // A parked case's task waits for its own day, not for the hold.
        foreach (var task in await db.Tasks.Where(task => task.DecisionId != null && ids.Contains(task.DecisionId.Value) && task.VisibleFrom > now && task.Kind != CoachTaskKind.FollowUp).ToListAsync(cancellationToken)) task.VisibleFrom = now;
        if (!await db.Decisions.AnyAsync(one => one.IdeaId == idea.Id && one.TakenBackAt == null && one.EffectiveAt > now && !ids.Contains(one.Id), cancellationToken))
        {
            idea.HeldUntil = null;
            idea.StageBeforeHold = null;
        }

        db.Audit(new AuditFact("ideas.reply-sent-now", "idea", idea.Id, user.RequiredId, idea.AuthorityId, new Dictionary<string, string> { ["decision"] = chosen.Id.ToString() }));
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
}
