using IdeSluss.People.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Effect;

/// <summary>How decisions went, by those who had not yet taken a course and by those who had.</summary>
/// <param name="Where">Nämnd or förvaltning; null for the whole municipality.</param>
internal sealed record EffectLine(string? Where, EffectSide Before, EffectSide After);

/// <param name="Decisions">Null when they are fewer than may be shown.</param>
/// <param name="MedianDays">Working days from the decision before.</param>
/// <param name="ReturnPercent">Of the decisions, how many came back.</param>
internal sealed record EffectSide(int? Decisions, decimal? MedianDays, int? ReturnPercent)
{
    /// <summary>Below this a figure could tell of one person.</summary>
    public const int LeastDecisions = 10;
    public const int LeastDeciders = 5;

    public static EffectSide Of(IReadOnlyCollection<DecisionFact> facts)
    {
        if (facts.Count < LeastDecisions || facts.Select(one => one.DecidedById).Distinct().Count() < LeastDeciders) return new(null, null, null);
        var days = facts.Select(one => one.WorkingDays).Order().ToList();
        var median = days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2m;
        return new(facts.Count, median, (int)Math.Round(100m * facts.Count(one => one.Returned) / facts.Count));
    }
}

/// <summary>
/// Lead time and return rate before and after training, added up: what someone decided before their own first certificate against what they decided after. It shows what goes together, and not
/// that the one is the cause of the other. Never of so few that one could tell who.
/// </summary>
internal sealed class ReadEffect(TrainingDbContext db, IOrganisation organisation)
{
    private const int MostFacts = 50_000;

    public async Task<IReadOnlyList<EffectLine>> HandleAsync(CancellationToken cancellationToken)
    {
        var facts = await db.DecisionFacts.AsNoTracking().OrderByDescending(one => one.DecidedAt).Take(MostFacts).ToListAsync(cancellationToken);
        var deciders = facts.Select(one => one.DecidedById).Distinct().ToList();
        var trained = await db.Certificates.AsNoTracking().Where(one => one.RevokedAt == null).Join(db.Learners.Where(learner => learner.PersonId != null && deciders.Contains(learner.PersonId.Value)), one => one.LearnerId, learner => learner.Id, (certificate, learner) => new { Person = learner.PersonId!.Value, certificate.IssuedAt })
            .GroupBy(row => row.Person).Select(group => new { Person = group.Key, Since = group.Min(row => row.IssuedAt) }).ToDictionaryAsync(row => row.Person, row => row.Since, cancellationToken);
        var where = await db.Learners.AsNoTracking().Where(learner => learner.PersonId != null && learner.AuthorityId != null && deciders.Contains(learner.PersonId.Value)).ToDictionaryAsync(learner => learner.PersonId!.Value, learner => learner.AuthorityId!.Value, cancellationToken);
        var lines = new List<EffectLine> { Line(null, facts, trained) };
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
        {
            var line = Line(authority.Name, facts.FindAll(one => where.GetValueOrDefault(one.DecidedById) == authority.Id), trained);
            if (line.Before.Decisions is not null || line.After.Decisions is not null) lines.Add(line);
        }

        return lines;
    }

    private static EffectLine Line(string? where, List<DecisionFact> facts, Dictionary<Guid, DateTimeOffset> trained)
    {
        bool After(DecisionFact fact) => trained.TryGetValue(fact.DecidedById, out var since) && fact.DecidedAt >= since;
        return new(where, EffectSide.Of(facts.FindAll(one => !After(one))), EffectSide.Of(facts.FindAll(After)));
    }
}
