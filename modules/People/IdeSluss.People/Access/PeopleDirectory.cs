using System.Linq.Expressions;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Access;

/// <summary>What other modules see of people.</summary>
internal sealed class PeopleDirectory(PeopleDbContext db, OrganisationCache organisation, ILookupNormalizer normalizer, InstanceInfo instance, TimeProvider time) : IPeopleDirectory
{
    private const int MostHolders = 500;
    private const int MostCounted = 100_000;

    private static readonly Expression<Func<Person, PersonInfo>> Info = person =>
        new PersonInfo(person.Id, person.DisplayName, person.Email!, person.Title, person.IsActive, person.Language);

    public async Task<PersonInfo?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().Where(person => person.Id == id).Select(Info).SingleOrDefaultAsync(cancellationToken);

    public async Task<PersonInfo?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email);
        return await db.People.AsNoTracking().Where(person => person.NormalizedEmail == normalized).Select(Info).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, PersonInfo>> FindManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? new Dictionary<Guid, PersonInfo>()
            : await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(Info).ToDictionaryAsync(person => person.Id, cancellationToken);

    public async Task<IReadOnlyList<PersonInfo>> InRoleAsync(string role, Guid authorityId, Guid? unitId, CancellationToken cancellationToken)
    {
        var tree = await organisation.TreeAsync(cancellationToken);
        IReadOnlyList<Guid> units = unitId is { } unit ? tree.WithAllAbove(unit) : [];
        var held = await db.Assignments.AsNoTracking()
            .Where(HeldOn(time.StockholmToday()))
            .Where(assignment => assignment.Role == role && (assignment.UnitId == null ? assignment.AuthorityId == null || assignment.AuthorityId == authorityId : units.Contains(assignment.UnitId.Value)))
            .Join(Active, assignment => assignment.PersonId, person => person.Id,
                (assignment, person) => new
                {
                    assignment.UnitId,
                    assignment.AuthorityId,
                    IsDeputy = assignment.DeputyForId != null,
                    Person = new PersonInfo(person.Id, person.DisplayName, person.Email!, person.Title, person.IsActive, person.Language),
                })
            .ToListAsync(cancellationToken);

        // Within one scope the deputy comes first: whom they cover for is away.
        return
        [
            .. held
                .OrderBy(one => Width(one.AuthorityId, one.UnitId, units))
                .ThenByDescending(one => one.IsDeputy)
                .ThenBy(one => one.Person.DisplayName, StringComparer.Ordinal)
                .ThenBy(one => one.Person.Id)
                .Select(one => one.Person)
                .DistinctBy(person => person.Id),
        ];
    }

    public async Task<IReadOnlyList<RoleHolder>> HoldersAsync(IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        await db.Assignments.AsNoTracking()
            .Where(HeldOn(time.StockholmToday())).Where(assignment => roles.Contains(assignment.Role))
            .Join(Active, assignment => assignment.PersonId, person => person.Id, (assignment, person) => new { assignment, person })
            .OrderBy(held => held.person.DisplayName).ThenBy(held => held.person.Id).ThenBy(held => held.assignment.Id).Take(MostHolders)
            .Select(held => new RoleHolder(
                new(held.person.Id, held.person.DisplayName, held.person.Email!, held.person.Title, held.person.IsActive, held.person.Language), held.assignment.Role, held.assignment.AuthorityId, held.assignment.UnitId))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlySet<Guid>> AmongHoldersAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        await db.Assignments.AsNoTracking().Where(HeldOn(time.StockholmToday())).Where(assignment => ids.Contains(assignment.PersonId) && roles.Contains(assignment.Role))
            .Join(Active, assignment => assignment.PersonId, person => person.Id, (assignment, person) => person.Id).ToHashSetAsync(cancellationToken);

    public async Task<IReadOnlySet<Guid>> HeldByAsync(IReadOnlyCollection<string> roles, DateOnly day, CancellationToken cancellationToken)
    {
        var over = day.AddDays(1).StartInStockholm();
        return await db.Assignments.AsNoTracking()
            .Where(assignment => roles.Contains(assignment.Role) && assignment.ValidFrom <= day && (assignment.ValidTo == null || assignment.ValidTo >= day) && (assignment.EndedAt == null || assignment.EndedAt >= over))
            .Join(Active, assignment => assignment.PersonId, person => person.Id, (assignment, person) => person.Id).Distinct().OrderBy(id => id).Take(MostCounted).ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, int>> HoldersByRoleAsync(CancellationToken cancellationToken) =>
        await db.Assignments.AsNoTracking().Where(HeldOn(time.StockholmToday()))
            .Join(Active, assignment => assignment.PersonId, person => person.Id, (assignment, person) => new { assignment.Role, person.Id })
            .Distinct().GroupBy(held => held.Role).Select(group => new { Role = group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Role, one => one.Count, cancellationToken);

    private IQueryable<Person> Active => db.People.Where(person => person.IsActive && (instance.IsDemo || !person.IsDemo));

    private static Expression<Func<RoleAssignment, bool>> HeldOn(DateOnly day) => assignment => assignment.EndedAt == null && assignment.ValidFrom <= day && (assignment.ValidTo == null || assignment.ValidTo >= day);

    private static int Width(Guid? authority, Guid? unit, IReadOnlyList<Guid> unitsUpwards) => (authority, unit) switch
    {
        (_, { } id) => unitsUpwards.IndexOf(id),
        ({ }, null) => unitsUpwards.Count,
        _ => unitsUpwards.Count + 1,
    };
}

file static class Lists
{
    public static int IndexOf(this IReadOnlyList<Guid> list, Guid id)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] == id) return i;
        return list.Count;
    }
}
