using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <summary>The end of a round: what those who judged came to, and whether they must talk. With the next save; the round is held, so nothing is asked of other modules here. Mails follow the event.</summary>
internal sealed class Closing(EvaluationDbContext db, TimeProvider time)
{
    /// <param name="reviews">All of the round, tracked.</param>
    public async Task CloseAsync(Round round, IReadOnlyList<Review> reviews, RoundEnd end, Guid? by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var content = await db.SheetVersions.AsNoTracking().Where(one => one.Id == round.SheetVersionId).Select(one => one.Content).FirstAsync(cancellationToken);
        var result = ResultOf(content, reviews);
        (round.ClosedAt, round.End) = (now, end);
        foreach (var waiting in reviews.Where(one => one.State == ReviewState.Waiting))
        {
            (waiting.State, waiting.EndedAt) = (ReviewState.Withdrawn, now);
            // Whoever has not been asked yet is not asked.
            if (round.OpensAt > now && waiting.MailId is { } mail) await db.CancelMailAsync(mail, now, cancellationToken);
        }

        // Whoever moved the idea on has decided: a talk would come too late.
        if (result.FarApart && end != RoundEnd.IdeaMovedOn) round.TalkNeededAt = now;

        db.Publish(new RoundClosed(round.Id, round.IdeaId, round.CaseNumber, round.Gate, result.Count, result.Score, result.Lowest, result.Highest, round.TalkNeededAt is not null, EvaluationWords.CodeOf(end), now), round.IdeaId);
        db.Audit(new("evaluation.round-closed", "round", round.Id, by, round.AuthorityId, new Dictionary<string, string> { ["end"] = EvaluationWords.CodeOf(end), ["count"] = $"{result.Count}" }));
    }

    public static RoundResult ResultOf(SheetContent content, IEnumerable<Review> reviews) =>
        RoundResult.Of(content, [.. reviews.Where(one => one.State == ReviewState.Sent).Select(one => Judgement.Of(content, Answers.Parse(one.Answers)))]);
}
