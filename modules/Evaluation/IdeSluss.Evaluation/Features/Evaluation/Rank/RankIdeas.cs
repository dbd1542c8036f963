using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rank;

/// <summary>Ideas that can be compared: judged by the same version of the same sheet.</summary>
internal sealed record RankGroup(string SheetCode, SheetContent Sheet, int SheetNumber, IReadOnlyList<RankedLine> Lines);

internal sealed record RankedLine(RankLine Line, string? Title, bool FarApart, bool TalkWaits, bool StoppedBySome);

/// <summary>Those that wait for a decision and have been judged for it, in order. What the reader has not judged themselves yet is not there.</summary>
internal sealed class RankIdeas(EvaluationDbContext db, IJudgedCases cases, CurrentUser me)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<RankGroup>> OfAsync(string gate, CancellationToken cancellationToken)
    {
        var scope = me.Scope(EvaluationPermissions.ReadRounds).With(me.Scope(EvaluationPermissions.Ask));
        var mine = me.RequiredId;
        var rounds = await db.Rounds.AsNoTracking().Within(scope)
            .Where(round => round.Gate == gate && round.ClosedAt != null && round.End != RoundEnd.IdeaMovedOn && !db.Reviews.Any(own => own.RoundId == round.Id && own.ReviewerId == mine && own.State == ReviewState.Waiting))
            .OrderByDescending(round => round.ClosedAt).ThenBy(round => round.Id).Take(Most).ToListAsync(cancellationToken);
        var ideas = await cases.FindManyAsync([.. rounds.Select(round => round.IdeaId).Distinct()], cancellationToken);
        // The last one of each idea, while the idea still waits for the decision.
        var current = rounds.DistinctBy(round => round.IdeaId).Where(round => ideas.GetValueOrDefault(round.IdeaId)?.Gate?.Code == gate).ToList();
        var ids = current.Select(round => round.Id).ToList();
        var reviews = (await db.Reviews.AsNoTracking().Where(one => ids.Contains(one.RoundId) && one.State == ReviewState.Sent).ToListAsync(cancellationToken)).ToLookup(one => one.RoundId);
        var groups = new List<RankGroup>();
        foreach (var group in current.Where(round => reviews[round.Id].Any()).GroupBy(round => round.SheetVersionId))
        {
            var version = await db.SheetVersions.AsNoTracking().FirstAsync(one => one.Id == group.Key, cancellationToken);
            var code = await db.Sheets.AsNoTracking().Where(one => one.Id == version.SheetId).Select(one => one.Code).FirstAsync(cancellationToken);
            groups.Add(new(code, version.Content, version.Number, Lines(version.Content, [.. group], reviews, ideas)));
        }

        return [.. groups.OrderByDescending(group => group.Lines.Count)];
    }

    private static IReadOnlyList<RankedLine> Lines(SheetContent content, IReadOnlyList<Round> rounds, ILookup<Guid, Review> reviews, IReadOnlyDictionary<Guid, JudgedCase> ideas)
    {
        var judged = rounds.Select(round => new RankedIdea(round.Id, round.CaseNumber, [.. reviews[round.Id].Select(one => Judgement.Of(content, Answers.Parse(one.Answers)))])).ToList();
        var byId = rounds.ToDictionary(round => round.Id);
        return [.. Ranking.Of(judged, RoundResult.WeightsOf(content)).Select(line => new RankedLine(
            line, ideas[byId[line.Idea.RoundId].IdeaId].Title, byId[line.Idea.RoundId].TalkNeededAt is not null, byId[line.Idea.RoundId].TalkWaits, line.Idea.Judgements.Any(one => one.Stops.Count > 0)))];
    }
}
