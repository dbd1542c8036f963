using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Demo;

/// <summary>Adds the personas that are missing, spread over the seeded organisation.</summary>
internal sealed class DemoPeopleSeeder(PeopleDbContext db, InstanceInfo instance, ILookupNormalizer normalizer, IPasswordHasher<Person> hasher, TimeProvider time) : ISeeder
{
    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var tree = new OrganisationTree(await db.Authorities.AsNoTracking().ToListAsync(cancellationToken), await db.Units.AsNoTracking().ToListAsync(cancellationToken));
        var existing = await db.People.Where(person => person.IsDemo).Select(person => person.Email).ToListAsync(cancellationToken);
        // One password, one hash: twenty hashes would be a second of every first start.
        string? hash = null;

        foreach (var persona in DemoPeople.All.Where(persona => !existing.Contains(persona.Email)))
        {
            var person = Person.New(persona.Email, persona.Name, time.GetUtcNow(), isDemo: true);
            person.Title = persona.Title;
            person.NormalizedEmail = person.NormalizedUserName = normalizer.NormalizeEmail(persona.Email);
            person.PasswordHash = hash ??= hasher.HashPassword(person, DemoPeople.Password);
            person.EmailConfirmed = true;
            db.People.Add(person);
            foreach (var (role, place) in persona.Roles) person.Assignments.Add(Assignment(person, role, place, tree));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private RoleAssignment Assignment(Person person, string role, DemoPlace place, OrganisationTree tree)
    {
        var (authority, unit) = Find(place, tree);
        return new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            Role = role,
            AuthorityId = authority,
            UnitId = unit,
            ValidFrom = time.StockholmToday(),
            CreatedAt = time.GetUtcNow(),
        };
    }

    private (Guid? Authority, Guid? Unit) Find(DemoPlace place, OrganisationTree tree)
    {
        var social = tree.Authorities.FirstOrDefault(authority => authority.Name.StartsWith("Social", StringComparison.OrdinalIgnoreCase)) ?? tree.Authorities.First();
        return place switch
        {
            DemoPlace.SocialAuthority => (social.Id, null),
            DemoPlace.ReceivingAuthority => (tree.AuthorityWithCode(instance.Municipality.ReceivingAuthority)?.Id, null),
            DemoPlace.FirstUnit => OfUnit(Bottom(social.Id, tree).OrderByDescending(unit => unit.Name.Contains("boende", StringComparison.OrdinalIgnoreCase)).FirstOrDefault(), social),
            DemoPlace.SecondUnit => tree.Authorities.Where(authority => authority.Id != social.Id).SelectMany(authority => Bottom(authority.Id, tree)).Concat(Bottom(social.Id, tree).Skip(1)).FirstOrDefault() is { } second
                ? (second.AuthorityId, second.Id)
                : OfUnit(null, social),
            _ => (null, null),
        };
    }

    private static IEnumerable<OrgUnit> Bottom(Guid authority, OrganisationTree tree) =>
        tree.UnitsOf(authority).Where(step => tree.WithAllBelow(step.Unit.Id).Count() == 1).Select(step => step.Unit);

    private static (Guid? Authority, Guid? Unit) OfUnit(OrgUnit? unit, Authority authority) => (authority.Id, unit?.Id);
}
