using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

internal sealed record OwnReviewLine(Guid Id, string CaseNumber, string? Title, string Gate, DateOnly LastDay, ReviewState State, bool Begun, DateTimeOffset? SentAt);

/// <summary>One's own judgement with what one needs to make it; the others' only when one's own is sent.</summary>
/// <param name="Tag">Of the sheet and the answers as they are now: goes back with what is saved.</param>
/// <param name="Idea">Null when the case is no longer to be seen.</param>
internal sealed record OwnReview(
    Guid Id, Guid RoundId, string CaseNumber, JudgedCase? Idea, CaseBasis? Basis, string Gate, DateOnly LastDay, ReviewState State, FormDefinition Form, SheetContent Sheet, Answers Answers, int Version, string Tag, bool RoundOpen, PeerView? Peers);

/// <summary>What the others have sent, and what all of it comes to so far.</summary>
internal sealed record PeerView(IReadOnlyList<SentJudgement> Sent, RoundResult Result, int Waiting);

/// <param name="Why">In the reviewer's words.</param>
internal sealed record SentJudgement(Guid ReviewerId, string Name, decimal Score, Judgement Judgement, string Why, DateTimeOffset At);

/// <summary>What waits for the one who is logged in, and what they have judged.</summary>
internal sealed class OwnReviews(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;

    public static readonly Problem NoSuchReview = Problem.NotFound("Bedömningen finns inte, eller så är den inte din.");

    /// <summary>All that waits, soonest first.</summary>
    public async Task<IReadOnlyList<OwnReviewLine>> WaitingAsync(CancellationToken cancellationToken)
    {
        var rows = await Mine().Where(one => one.Review.State == ReviewState.Waiting && one.Round.ClosedAt == null).OrderBy(one => one.Round.LastDay).ThenBy(one => one.Review.Id).Take(100).ToListAsync(cancellationToken);
        return await LinesAsync(rows, cancellationToken);
    }

    /// <summary>What was sent, newest first.</summary>
    public async Task<Page<OwnReviewLine>> SentAsync(string? after, CancellationToken cancellationToken)
    {
        var sent = Mine().Where(one => one.Review.State == ReviewState.Sent);
        if (Cursor.Parse(after) is { } last) sent = sent.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.Review.SentAt!.Value, one.Review.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await sent.OrderByDescending(one => one.Review.SentAt).ThenByDescending(one => one.Review.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(await LinesAsync([.. rows.Take(PageSize)], cancellationToken), rows.Count > PageSize ? new Cursor(rows[PageSize - 1].Review.SentAt!.Value, rows[PageSize - 1].Review.Id).ToString() : null);
    }

    public async Task<Outcome<OwnReview>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Mine().FirstOrDefaultAsync(one => one.Review.Id == id, cancellationToken) is not { } row) return NoSuchReview;
        var (review, round) = (row.Review, row.Round);
        var version = await db.SheetVersions.AsNoTracking().FirstAsync(one => one.Id == round.SheetVersionId, cancellationToken);
        var idea = (await cases.FindManyAsync([round.IdeaId], cancellationToken)).GetValueOrDefault(round.IdeaId);
        return new OwnReview(
            review.Id, round.Id, round.CaseNumber, idea, idea is null ? null : await cases.BasisAsync(round.IdeaId, cancellationToken), round.Gate, round.LastDay, review.State, SheetForm.Of(version.Number, version.Content), version.Content,
            Answers.Parse(review.Answers), review.Version, TagOf(version), round.ClosedAt is null, idea is not null && review.State == ReviewState.Sent ? await PeersAsync(round, version.Content, cancellationToken) : null);
    }

    /// <summary>A sheet that is changed before its first answer must be read anew.</summary>
    public static string TagOf(SheetVersion version) => $"{version.Number}.{version.Edit}";

    private async Task<PeerView> PeersAsync(Round round, SheetContent content, CancellationToken cancellationToken)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(one => one.RoundId == round.Id).OrderBy(one => one.SentAt).ToListAsync(cancellationToken);
        var names = await people.FindManyAsync([.. reviews.Select(one => one.ReviewerId)], cancellationToken);
        return new(SentOf.Reviews(reviews, content, names), Closing.ResultOf(content, reviews), reviews.Count(one => one.State == ReviewState.Waiting));
    }

    private IQueryable<OwnRow> Mine()
    {
        var (id, now) = (me.RequiredId, time.GetUtcNow());
        return db.Reviews.AsNoTracking().Where(review => review.ReviewerId == id && (review.State == ReviewState.Waiting || review.State == ReviewState.Sent))
            .Join(db.Rounds.AsNoTracking().Where(round => round.OpensAt <= now), review => review.RoundId, round => round.Id, (review, round) => new OwnRow { Review = review, Round = round });
    }

    private async Task<IReadOnlyList<OwnReviewLine>> LinesAsync(IReadOnlyList<OwnRow> rows, CancellationToken cancellationToken)
    {
        var ideas = await cases.FindManyAsync([.. rows.Select(row => row.Round.IdeaId).Distinct()], cancellationToken);
        return [.. rows.Select(row => new OwnReviewLine(row.Review.Id, row.Round.CaseNumber, ideas.GetValueOrDefault(row.Round.IdeaId)?.Title, row.Round.Gate, row.Round.LastDay, row.Review.State, row.Review.Answers != "{}", row.Review.SentAt))];
    }

    private sealed class OwnRow
    {
        public required Review Review { get; init; }
        public required Round Round { get; init; }
    }
}

/// <summary>The judgements that have been sent, with the names of those who made them.</summary>
internal static class SentOf
{
    public static IReadOnlyList<SentJudgement> Reviews(IEnumerable<Review> reviews, SheetContent content, IReadOnlyDictionary<Guid, PersonInfo> names) =>
    [
        .. reviews.Where(one => one.State == ReviewState.Sent).Select(one =>
        {
            var answers = Answers.Parse(one.Answers);
            return new SentJudgement(one.ReviewerId, names.GetValueOrDefault(one.ReviewerId)?.DisplayName ?? "–", one.Score!.Value, Judgement.Of(content, answers), answers.Text(SheetForm.Why) ?? "", one.SentAt!.Value);
        }),
    ];
}
