using IdeSluss.Evaluation.Features.Evaluation.Rounds;

namespace IdeSluss.Evaluation.Features.Evaluation.Rank;

/// <summary>An idea among those judged by the same questions.</summary>
internal sealed record RankedIdea(Guid RoundId, string CaseNumber, IReadOnlyList<Judgement> Judgements);

/// <param name="Place">From 1; ideas with the same score share it.</param>
/// <param name="Shared">With how many others.</param>
/// <param name="Best">The best place it has when the weights are changed.</param>
/// <param name="Worst">The worst.</param>
internal sealed record RankLine(RankedIdea Idea, decimal Score, decimal Lowest, decimal Highest, int Place, int Shared, int Best, int Worst)
{
    public bool Moves => Best != Place || Worst != Place;
}

/// <summary>
/// The order of ideas by their mean score, and how much of it is the weights' doing: each criterion counted half and double, and all counted alike. Pure. What shares a score shares its place.
/// </summary>
internal static class Ranking
{
    public static IReadOnlyList<RankLine> Of(IReadOnlyList<RankedIdea> ideas, IReadOnlyList<decimal> weights)
    {
        var places = PlacesBy(ideas, weights);
        var others = Variants(weights).Select(changed => PlacesBy(ideas, changed)).Append(places).ToList();
        return
        [
            .. ideas.Select((idea, at) =>
            {
                var scores = idea.Judgements.Select(one => one.Score(weights)).ToList();
                return new RankLine(idea, MeanOf(idea, weights), scores.Min(), scores.Max(), places[at], places.Count(place => place == places[at]) - 1, others.Min(one => one[at]), others.Max(one => one[at]));
            }).OrderBy(line => line.Place).ThenBy(line => line.Idea.CaseNumber, StringComparer.Ordinal),
        ];
    }

    /// <summary>The other weights that are tried.</summary>
    public static IEnumerable<IReadOnlyList<decimal>> Variants(IReadOnlyList<decimal> weights)
    {
        for (var at = 0; at < weights.Count; at++)
            foreach (var factor in new[] { 0.5m, 2m })
                yield return [.. weights.Select((weight, other) => other == at ? weight * factor : weight)];
        yield return [.. weights.Select(_ => 1m)];
    }

    private static int[] PlacesBy(IReadOnlyList<RankedIdea> ideas, IReadOnlyList<decimal> weights)
    {
        var scores = ideas.Select(idea => MeanOf(idea, weights)).ToList();
        return [.. scores.Select(score => scores.Count(other => other > score) + 1)];
    }

    private static decimal MeanOf(RankedIdea idea, IReadOnlyList<decimal> weights) => Math.Round(idea.Judgements.Average(one => one.Score(weights)), 2, MidpointRounding.AwayFromZero);
}
