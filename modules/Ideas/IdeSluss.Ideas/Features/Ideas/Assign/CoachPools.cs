using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

/// <summary>Which pool a case belongs to, and who is in it.</summary>
internal sealed class CoachPools(IEnumerable<CoachPool> pools, IOrganisation organisation, IPeopleDirectory people)
{
    /// <summary>
    /// At the first gate a case goes to the pool of its workflow or unit. Whoever sorted it and is in the pool keeps it; otherwise it waits for the one who takes it.
    /// </summary>
    /// <returns>True when it now waits in the pool.</returns>
    public async Task<bool> RouteAsync(Idea idea, WorkflowDefinition workflow, CancellationToken cancellationToken)
    {
        var units = await organisation.UnitsAsync(cancellationToken);
        if (PoolFor(idea, workflow, units) is not { } pool || units.FirstOrDefault(unit => unit.Code == pool.Unit) is not { } unit) return false;
        (idea.PoolUnitId, idea.PoolAuthorityId) = (unit.Id, unit.AuthorityId);
        if (idea.CoachId is { } coach && (await InAsync(idea, cancellationToken)).Any(person => person.Id == coach)) return false;
        idea.CoachId = null;
        return true;
    }

    /// <summary>Who may be given the case: the coaches where it lies, and those of its pool.</summary>
    public async Task<IReadOnlyList<PersonInfo>> CoachesOfAsync(Idea idea, CancellationToken cancellationToken) =>
        [.. (await people.InRoleAsync(Roles.IdeaCoach, idea.AuthorityId, idea.UnitId, cancellationToken)).Concat(await InAsync(idea, cancellationToken)).DistinctBy(person => person.Id)];

    /// <summary>Null when the case has no pool; the unit's name when nobody declares the pool any more.</summary>
    public async Task<string?> NameOfAsync(Idea idea, CancellationToken cancellationToken) =>
        idea.PoolUnitId is { } id && (await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(unit => unit.Id == id) is { } unit ? pools.FirstOrDefault(pool => pool.Unit == unit.Code)?.Name ?? unit.Name : null;

    private async Task<IReadOnlyList<PersonInfo>> InAsync(Idea idea, CancellationToken cancellationToken) =>
        idea is { PoolUnitId: { } unit, PoolAuthorityId: { } authority } ? await people.InRoleAsync(Roles.IdeaCoach, authority, unit, cancellationToken) : [];

    private CoachPool? PoolFor(Idea idea, WorkflowDefinition workflow, IReadOnlyList<UnitInfo> units)
    {
        var above = new List<string>();
        for (var at = units.FirstOrDefault(unit => unit.Id == idea.UnitId); at is not null; at = units.FirstOrDefault(unit => unit.Id == at.ParentId)) above.Add(at.Code);
        return pools.FirstOrDefault(pool => pool.Workflows.Contains(workflow.Key)) ?? pools.FirstOrDefault(pool => pool.Units.Any(above.Contains));
    }
}
