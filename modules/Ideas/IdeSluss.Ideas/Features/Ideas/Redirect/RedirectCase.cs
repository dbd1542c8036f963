using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Redirect;

/// <summary>
/// The matter belongs elsewhere. The original stays as received, both cases cross-reference, and whoever receives it is told: a restricted matter (lex Sarah)
/// at once and seen by nobody else, everything else when the hold of the decision ends.
/// </summary>
internal static class RedirectCase
{
    /// <summary>Days within which the receiver, or the coach who hands over by other means, should have done it.</summary>
    private const int HandOverDays = 2;

    /// <summary>A restricted redirect works at once and cannot be taken back by the one who sent it: the receiver hands it back.</summary>
    public static bool WorksAtOnce(RedirectTarget target) => target.Restricted;

    /// <summary>Called with the decision, before the save. The caller has moved the case to its end stage.</summary>
    public static RedirectRecord Apply(IdeasDbContext db, Idea idea, RedirectTarget target, Decision decision, DateTimeOffset now)
    {
        idea.RedirectTarget = target.Code;
        idea.CloseReason = CloseReasons.Redirected;
        idea.Restricted = target.Restricted;
        if (WorksAtOnce(target))
        {
            idea.HeldUntil = null;
            idea.StageBeforeHold = null;
            idea.PublishedAt = null;
        }

        var record = new RedirectRecord
        {
            Id = Guid.CreateVersion7(),
            IdeaId = idea.Id,
            Target = target.Code,
            At = now,
            DecisionId = decision.Id,
            ReceiverRole = target.ReceiverRole,
        };
        db.Redirects.Add(record);
        db.Tasks.Add(TaskFor(idea, target, decision, now));
        db.Publish(new IdeaRedirected(idea.Id, idea.CaseNumber, idea.AuthorityId, target.Code, now), idea.Id);
        return record;
    }

    /// <summary>With a decision that is taken back within its hold. The tasks of the decision are cancelled by the caller, as for every other outcome.</summary>
    public static async Task TakeBackAsync(IdeasDbContext db, Idea idea, Guid decisionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        idea.RedirectTarget = null;
        idea.Restricted = false;
        idea.CloseReason = null;
        foreach (var record in await db.Redirects.Where(one => one.IdeaId == idea.Id && one.DecisionId == decisionId && one.TakenBackAt == null).ToListAsync(cancellationToken))
            record.TakenBackAt = now;
    }

    /// <summary>The answer to the submitter where the words must be these and no one else's: the coach writes no reason to a possible irregularity.</summary>
    /// <param name="dutyPhone">The number that is answered also at night.</param>
    /// <returns>Null when the coach's own reason is the answer.</returns>
    public static Text? ReplyFor(RedirectTarget target, string dutyPhone, DateTimeOffset now) => target.Code switch
    {
        Redirects.LexSarah => new Text(
            "Tack för att du berättade. Det kan vara ett missförhållande. Kvalitetsansvarig fick ärendet kl. {0}. Texten visas inte öppet. Är någon i fara? Ring 112. Arbetar du i verksamheten måste du också rapportera själv, genast: {1}.",
            now.ToStockholm().ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture), dutyPhone),
        _ => null,
    };

    /// <summary>Targets whose matter only the quality officers see.</summary>
    public static bool IsForQualityOfficer(string? target) => target is Redirects.LexSarah or Redirects.LexMariaDeviation;

    private static CoachTask TaskFor(Idea idea, RedirectTarget target, Decision decision, DateTimeOffset now)
    {
        var irregularity = IsForQualityOfficer(target.Code);
        var today = now.StockholmDay();
        return new CoachTask
        {
            Id = Guid.CreateVersion7(),
            IdeaId = idea.Id,
            Kind = irregularity ? CoachTaskKind.ReceiveIrregularity : CoachTaskKind.HandOver,
            Role = target.ReceiverRole ?? Roles.IdeaCoach,
            AuthorityId = idea.AuthorityId,
            // Without a receiver here, the one who decided hands over by telephone, letter or another system.
            AssigneeId = target.ReceiverRole is null ? decision.DecidedById : null,
            CreatedAt = now,
            VisibleFrom = WorksAtOnce(target) ? now : decision.EffectiveAt,
            Due = irregularity ? today : WorkingDays.Add(today, HandOverDays),
            DecisionId = decision.Id,
            What = irregularity ? "Ta emot: det kan vara ett missförhållande." : "Lämna över dit det hör hemma och skriv upp numret du får.",
        };
    }
}
