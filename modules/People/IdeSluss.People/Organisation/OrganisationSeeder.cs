using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Organisation;

/// <summary>Adds the authorities and units of the municipality's plugin that are missing, by code. What an administrator has renamed or closed stays so.</summary>
internal sealed class OrganisationSeeder(PeopleDbContext db, InstanceInfo instance, OrganisationCache cache, TimeProvider time) : ISeeder
{
    public int Order => 0;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var authorities = await db.Authorities.ToDictionaryAsync(authority => authority.Code, cancellationToken);
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, cancellationToken);

        foreach (var seed in instance.Municipality.Authorities)
        {
            if (!authorities.TryGetValue(seed.Code, out var authority))
                db.Authorities.Add(authority = new() { Id = Guid.CreateVersion7(), Code = seed.Code, Name = seed.Name, ValidFrom = today });
            AddMissing(seed.Units, authority.Id, null);
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();

        void AddMissing(IReadOnlyList<UnitSeed> seeds, Guid authority, Guid? parent)
        {
            foreach (var seed in seeds)
            {
                if (!units.TryGetValue(seed.Code, out var unit))
                {
                    unit = new() { Id = Guid.CreateVersion7(), AuthorityId = authority, ParentId = parent, Code = seed.Code, Name = seed.Name, ValidFrom = today };
                    db.Units.Add(unit);
                    units.Add(seed.Code, unit);
                }

                AddMissing(seed.Children ?? [], unit.AuthorityId, unit.Id);
            }
        }
    }
}
