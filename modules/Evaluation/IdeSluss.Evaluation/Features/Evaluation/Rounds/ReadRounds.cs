using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Judge;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <param name="Sent">Of <paramref name="Asked"/> who are still asked or have sent.</param>
internal sealed record RoundLine(Guid Id, string CaseNumber, string? Title, string Gate, DateOnly LastDay, int Sent, int Asked, bool IsOpen, bool IsLate, bool TalkWaits, DateTimeOffset StartedAt);

internal sealed record AskedLine(Guid ReviewId, string Name, ReviewState State, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, string? Reason);

/// <summary>A round as the office sees it.</summary>
/// <param name="Sent">Null while they are hidden from the reader.</param>
/// <param name="Hidden">Why, in words for the reader; null when they are shown.</param>
internal sealed record RoundView(
    Guid Id, string CaseNumber, string? Title, string Gate, SheetContent Sheet, int SheetNumber, DateOnly LastDay, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, RoundEnd? End, IReadOnlyList<AskedLine> Asked, IReadOnlyList<SentJudgement>? Sent,
    RoundResult? Result, Text? Hidden, TalkView? Talk, bool MayAsk, int Version)
{
    public int Waiting => Asked.Count(one => one.State == ReviewState.Waiting);
}

/// <param name="Agreed">Null until they have talked.</param>
internal sealed record TalkView(DateTimeOffset NeededAt, bool? Agreed, string? Text, DateTimeOffset? At, string? By);

/// <summary>Rounds within the reader's scope. The judgements of others are hidden from whoever has not sent their own, and from all but those who asked until the round is closed.</summary>
internal sealed class ReadRounds(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 30;

    private PermissionScope Scope => me.Scope(EvaluationPermissions.ReadRounds).With(me.Scope(EvaluationPermissions.Ask));

    /// <param name="open">Those under way or waiting for a talk; otherwise those that are closed.</param>
    public async Task<Page<RoundLine>> ListAsync(bool open, string? after, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rounds = db.Rounds.AsNoTracking().Within(Scope).Where(round => round.OpensAt <= now && (round.ClosedAt == null || (round.TalkNeededAt != null && round.TalkedAt == null)) == open);
        if (Cursor.Parse(after) is { } last) rounds = rounds.Where(round => EF.Functions.LessThan(ValueTuple.Create(round.StartedAt, round.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await rounds.OrderByDescending(round => round.StartedAt).ThenByDescending(round => round.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(await LinesAsync([.. rows.Take(PageSize)], cancellationToken), rows.Count > PageSize ? new Cursor(rows[PageSize - 1].StartedAt, rows[PageSize - 1].Id).ToString() : null);
    }

    /// <summary>Those of one case, newest first; empty when the case is not in the reader's scope.</summary>
    public async Task<IReadOnlyList<RoundView>> OfCaseAsync(string caseNumber, CancellationToken cancellationToken)
    {
        // A case that became restricted takes its judgements with it.
        if (await cases.FindAsync(caseNumber, cancellationToken) is not { } idea) return [];
        var now = time.GetUtcNow();
        var rounds = await db.Rounds.AsNoTracking().Within(Scope).Where(round => round.IdeaId == idea.IdeaId && round.OpensAt <= now).OrderByDescending(round => round.StartedAt).Take(20).ToListAsync(cancellationToken);
        var views = new List<RoundView>();
        foreach (var round in rounds) views.Add(await ViewAsync(round, idea.Title, cancellationToken));
        return views;
    }

    public async Task<Outcome<RoundView>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().Within(Scope).FirstOrDefaultAsync(round => round.Id == id, cancellationToken) is { } round
        && (await cases.FindManyAsync([round.IdeaId], cancellationToken)).GetValueOrDefault(round.IdeaId) is { } idea
            ? await ViewAsync(round, idea.Title, cancellationToken)
            : RoundAccess.NoSuchRound;

    private async Task<RoundView> ViewAsync(Round round, string? title, CancellationToken cancellationToken)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(one => one.RoundId == round.Id).OrderBy(one => one.AskedAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var version = await db.SheetVersions.AsNoTracking().FirstAsync(one => one.Id == round.SheetVersionId, cancellationToken);
        var names = await people.FindManyAsync([.. reviews.Select(one => one.ReviewerId), .. new[] { round.TalkedById }.OfType<Guid>()], cancellationToken);
        var mayAsk = me.Scope(EvaluationPermissions.Ask).Covers(round.AuthorityId, round.UnitId);
        var hidden = Independence.HiddenFrom(reviews.Find(one => one.ReviewerId == me.RequiredId)?.State, mayAsk, round.ClosedAt is not null);
        return new(
            round.Id, round.CaseNumber, title, round.Gate, version.Content, version.Number, round.LastDay, round.StartedAt, round.ClosedAt, round.End,
            [.. reviews.Select(one => new AskedLine(one.Id, names.GetValueOrDefault(one.ReviewerId)?.DisplayName ?? "–", one.State, one.AskedAt, one.EndedAt, mayAsk ? one.Reason : null))],
            hidden is null ? SentOf.Reviews(reviews, version.Content, names) : null, hidden is null ? Closing.ResultOf(version.Content, reviews) : null, hidden,
            round.TalkNeededAt is { } needed && hidden is null ? new(needed, round.Agreed, round.TalkText, round.TalkedAt, round.TalkedById is { } by ? names.GetValueOrDefault(by)?.DisplayName : null) : null, mayAsk, round.Version);
    }

    private async Task<IReadOnlyList<RoundLine>> LinesAsync(IReadOnlyList<Round> rounds, CancellationToken cancellationToken)
    {
        var (ids, today) = (rounds.Select(round => round.Id).ToList(), time.StockholmToday());
        var counts = (await db.Reviews.AsNoTracking().Where(one => ids.Contains(one.RoundId) && (one.State == ReviewState.Waiting || one.State == ReviewState.Sent)).GroupBy(one => new { one.RoundId, one.State })
            .Select(group => new { group.Key.RoundId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(one => one.RoundId);
        var ideas = await cases.FindManyAsync([.. rounds.Select(round => round.IdeaId).Distinct()], cancellationToken);
        return [.. rounds.Where(round => ideas.ContainsKey(round.IdeaId)).Select(round => new RoundLine(
            round.Id, round.CaseNumber, ideas[round.IdeaId].Title, round.Gate, round.LastDay, counts[round.Id].Where(one => one.State == ReviewState.Sent).Sum(one => one.Count), counts[round.Id].Sum(one => one.Count),
            round.ClosedAt is null, round.ClosedAt is null && round.LastDay < today, round.TalkWaits, round.StartedAt))];
    }
}

/// <summary>Independent first: nobody's judgement is coloured by another's. Pure.</summary>
internal static class Independence
{
    /// <param name="own">The reader's own judgement; null when they are not asked.</param>
    /// <param name="mayAsk">Looks after the round.</param>
    /// <returns>Null when the judgements are shown.</returns>
    public static Text? HiddenFrom(ReviewState? own, bool mayAsk, bool closed) => (own, mayAsk, closed) switch
    {
        (ReviewState.Sent, _, _) or (_, _, true) => null,
        (ReviewState.Waiting, _, _) => (Text)"Du ser de andras bedömningar när du har skickat din egen.",
        (_, true, _) => null,
        _ => "Bedömningarna syns när alla har svarat.",
    };
}
