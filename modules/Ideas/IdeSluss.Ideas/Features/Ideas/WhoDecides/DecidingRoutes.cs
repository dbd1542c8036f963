using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.WhoDecides;

/// <summary>Gathers what <see cref="DecidingRoute"/> looks at. Whoever asks has already been let in to the case.</summary>
internal sealed class DecidingRoutes(IdeasDbContext db, IOrganisation organisation, DelegationOrder delegation, ClockKinds clocks, IFormRegistry forms)
{
    public async Task<DecidingRoute> OfAsync(Idea idea, WorkflowDefinition workflow, Gate gate, IReadOnlyList<EvidenceAnswer> evidence, CancellationToken cancellationToken)
    {
        var statutory = await StatutoryAsync([idea.Id], cancellationToken);
        return await RouteAsync(idea, workflow, gate, evidence, statutory.Contains(idea.Id), cancellationToken);
    }

    /// <summary>For a list; its cases' evidence is read only where it matters.</summary>
    public async Task<IReadOnlyDictionary<Guid, DecidingRoute>> OfManyAsync(IReadOnlyList<(Idea Idea, WorkflowDefinition Workflow, Gate Gate)> cases, CancellationToken cancellationToken)
    {
        var statutory = await StatutoryAsync([.. cases.Select(one => one.Idea.Id)], cancellationToken);
        var shared = cases.Where(one => one.Gate.DecidersIn(one.Idea.Track).Contains(Roles.CommitteeSecretary)).Select(one => one.Idea.Id).ToList();
        var evidence = shared.Count == 0 ? null : (await db.Evidence.AsNoTracking().Where(one => shared.Contains(one.IdeaId)).ToListAsync(cancellationToken)).ToLookup(one => one.IdeaId);
        var routes = new Dictionary<Guid, DecidingRoute>();
        foreach (var (idea, workflow, gate) in cases)
            routes[idea.Id] = await RouteAsync(idea, workflow, gate, [.. evidence?[idea.Id] ?? []], statutory.Contains(idea.Id), cancellationToken);
        return routes;
    }

    /// <summary>Cases with a running clock of a matter that no delegate may decide.</summary>
    public IQueryable<Guid> Statutory
    {
        get
        {
            var kinds = clocks.NeverDelegated;
            return db.LegalClocks.Where(clock => clock.IdeaId != null && clock.StoppedAt == null && kinds.Contains(clock.Kind)).Select(clock => clock.IdeaId!.Value);
        }
    }

    private async Task<HashSet<Guid>> StatutoryAsync(List<Guid> ids, CancellationToken cancellationToken) =>
        [.. await Statutory.Where(id => ids.Contains(id)).ToListAsync(cancellationToken)];

    private async Task<DecidingRoute> RouteAsync(Idea idea, WorkflowDefinition workflow, Gate gate, IReadOnlyList<EvidenceAnswer> evidence, bool statutory, CancellationToken cancellationToken)
    {
        var authority = await organisation.AuthorityAsync(idea.AuthorityId, cancellationToken);
        return DecidingRoute.Of(workflow, gate, idea.Track, statutory, authority is null ? null : delegation.Find(gate.Code, authority.Code), CaseEvidence.Of(idea, evidence, forms));
    }
}
