using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Match;

/// <param name="Fits">Why it is suggested.</param>
/// <param name="Lacks">What is not there, or what nobody knows.</param>
internal sealed record SuggestedTestbed(string Slug, string Name, string Place, bool IsExample, int Score, IReadOnlyList<Text> Fits, IReadOnlyList<Text> Lacks);

/// <summary>Test beds for a need, best first, with the reasons.</summary>
internal sealed class SuggestTestbeds(TestbedsDbContext db, KeptTaxonomy kept, IOrganisation organisation, TimeProvider time)
{
    public const int Most = 20;

    /// <summary>Many times what a municipality has; beyond it the oldest are left out.</summary>
    private const int MostConsidered = 1_000;

    public async Task<IReadOnlyList<SuggestedTestbed>> HandleAsync(NeedProfile need, CancellationToken cancellationToken)
    {
        if (need.IsEmpty) return [];
        var testbeds = await db.Testbeds.AsNoTracking().Public(time.GetUtcNow()).OrderByDescending(testbed => testbed.Id).Take(MostConsidered).ToListAsync(cancellationToken);
        var suggestions = new List<SuggestedTestbed>();
        foreach (var suggestion in Matching.Suggest(testbeds, need, await kept.GetAsync(cancellationToken), Most))
        {
            var testbed = suggestion.Testbed;
            suggestions.Add(new(testbed.Slug, testbed.Name, await organisation.PlaceNameAsync(testbed.AuthorityId, testbed.UnitId, cancellationToken), testbed.IsExample, suggestion.Score, suggestion.Fits, suggestion.Lacks));
        }

        return suggestions;
    }
}
