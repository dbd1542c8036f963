using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <param name="Why">What decided, strongest first.</param>
internal sealed record Picked(Candidate Candidate, IReadOnlyList<Text> Why);

/// <summary>
/// Who is asked when nobody chooses by hand: one who knows what nobody chosen so far knows, from a unit that nobody so far comes from, and with the least to do. Pure, and the same people
/// give the same choice.
/// </summary>
internal static class Balance
{
    /// <param name="candidates">Those without any hinder.</param>
    /// <param name="wantedCompetences">What should be known by somebody, the most important first.</param>
    /// <param name="chosen">Those asked already.</param>
    public static IReadOnlyList<Picked> Pick(IReadOnlyCollection<Candidate> candidates, int wanted, IReadOnlyList<Competence> wantedCompetences, IReadOnlyCollection<Candidate> chosen)
    {
        var left = candidates.OrderBy(one => one.Person.DisplayName, StringComparer.Ordinal).ThenBy(one => one.Person.Id).ToList();
        var picked = new List<Picked>();
        var known = chosen.SelectMany(one => one.Competences).ToHashSet();
        var units = chosen.Select(one => one.UnitId).OfType<Guid>().ToHashSet();
        while (picked.Count < wanted && left.Count > 0)
        {
            var missing = wantedCompetences.Where(one => !known.Contains(one.Code)).ToList();
            var next = left.OrderBy(one => FirstOf(missing, one)).ThenBy(one => one.UnitId is { } unit && !units.Contains(unit) ? 0 : 1).ThenBy(one => one.Waiting).ThenBy(one => one.SentLately).First();
            picked.Add(new(next, [.. Reasons(next, missing, units)]));
            left.Remove(next);
            known.UnionWith(next.Competences);
            if (next.UnitId is { } from) units.Add(from);
        }

        return picked;
    }

    private static int FirstOf(List<Competence> missing, Candidate candidate) => missing.FindIndex(one => candidate.Competences.Contains(one.Code)) is var at and >= 0 ? at : missing.Count;

    private static IEnumerable<Text> Reasons(Candidate candidate, List<Competence> missing, HashSet<Guid> units)
    {
        foreach (var one in missing.Where(one => candidate.Competences.Contains(one.Code))) yield return new("Kan {0}", new Text(one.Name));
        if (candidate.UnitId is { } unit && !units.Contains(unit)) yield return "Annan enhet än de andra";
        yield return candidate.Waiting == 0 ? "Har inget annat att bedöma" : new Text("Har {0} att bedöma", candidate.Waiting);
    }
}
