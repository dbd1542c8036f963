using IdeSluss.Sdk.Seeding;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;

/// <summary>Adds our terms that are missing, by code.</summary>
internal sealed class TaxonomySeeder(TestbedsDbContext db, KeptTaxonomy kept) : ISeeder
{
    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = (await db.Terms.AsNoTracking().Select(term => new { term.Kind, term.Code }).ToListAsync(cancellationToken)).Select(term => (term.Kind, term.Code)).ToHashSet();
        foreach (var kind in OwnTerms.All.GroupBy(term => term.Kind))
        {
            foreach (var (seed, place) in kind.Select((seed, place) => (seed, place)).Where(item => !known.Contains((item.seed.Kind, item.seed.Code))))
                db.Terms.Add(new() { Id = Guid.CreateVersion7(), Kind = seed.Kind, Code = seed.Code, Name = seed.Name, Law = seed.Law, Order = (place + 1) * 10 });
        }

        await db.SaveChangesAsync(cancellationToken);
        kept.Forget();
    }
}
