using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>A case at its gate, as seen by the one who may decide.</summary>
/// <param name="Gate">Null where no decision waits (archived).</param>
/// <param name="MyRoles">The roles in which the caller may decide here; empty when someone else decides.</param>
internal sealed record GateCase(
    Idea Idea, WorkflowDefinition Workflow, Gate? Gate, IReadOnlyList<string> MyRoles, bool IsOwn, IReadOnlyList<EvidenceAnswer> Evidence, IReadOnlyDictionary<string, int> Taken, CaseFacts Facts)
{
    /// <summary>Whether the nämnd or a delegate decides; null where no decision waits.</summary>
    public DecidingRoute? Route { get; init; }

    /// <summary>The caller said no here, and another decider has changed it: the caller cannot say no again.</summary>
    public bool OwnNoWasChanged { get; init; }

    /// <summary>The caller's roles for one outcome.</summary>
    public IReadOnlyList<string> MyRolesFor(GateOutcome outcome) => Route is { } route ? [.. MyRoles.Intersect(route.RolesFor(outcome))] : MyRoles;
}

/// <summary>Finds cases within the caller's scope, and in which role the caller may decide on them.</summary>
internal sealed class GateCases(IdeasDbContext db, CurrentUser user, IWorkflowRegistry workflows, IPeopleDirectory people, ReadCaseFacts facts, DecidingRoutes routes)
{
    public static readonly Problem NoSuchCase = Problem.NotFound("Ärendet finns inte, eller så är det inte ditt.");
    public static readonly Problem ReadOnly = Problem.Conflict("Ärendets arbetsgång finns inte i systemet just nu. Ärendet går att läsa men inte att ändra. Be systemförvaltaren att titta på tilläggen.");

    /// <summary>As <see cref="ReadOnly"/>, where there is nothing to read without the workflow.</summary>
    public static readonly Problem NothingToDo = Problem.Forbidden(ReadOnly.Message);

    /// <summary>Where the caller may decide at any gate.</summary>
    public PermissionScope DecidingScope =>
        user.Scope(IdeasPermissions.Decide).With(user.Scope(IdeasPermissions.Sort)).With(user.Scope(IdeasPermissions.EnterCommitteeDecision)).With(user.Scope(IdeasPermissions.Work));

    /// <summary>The case alone, for reading when its workflow is gone; null when it is not the caller's.</summary>
    public async Task<Idea?> IdeaAsync(string caseNumber, CancellationToken cancellationToken) =>
        await db.Ideas.Within(DecidingScope).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);

    public async Task<Outcome<GateCase>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await IdeaAsync(caseNumber, cancellationToken) is not { } idea) return NoSuchCase;
        if (workflows.Find(idea.WorkflowKey, idea.WorkflowVersion) is not { } workflow) return ReadOnly;
        var gate = workflow.GateAfter(idea.Stage);
        var evidence = await db.Evidence.Where(answer => answer.IdeaId == idea.Id).ToListAsync(cancellationToken);
        var taken = gate is null ? [] : await db.Decisions
            .Where(decision => decision.IdeaId == idea.Id && decision.Gate == gate.Code && decision.TakenBackAt == null && decision.CorrectsId == null)
            .GroupBy(decision => decision.Outcome).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        var route = gate is null ? null : await routes.OfAsync(idea, workflow, gate, evidence, cancellationToken);
        return new GateCase(idea, workflow, gate, route is null ? [] : await RolesAsync(idea, route, cancellationToken),
            SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email), evidence, taken, await facts.OfAsync(idea, gate, evidence, cancellationToken)) { Route = route, OwnNoWasChanged = await OwnNoWasChangedAsync(idea, cancellationToken) };
    }

    /// <summary>Since the case came to this stage: at the next it is another question.</summary>
    private Task<bool> OwnNoWasChangedAsync(Idea idea, CancellationToken cancellationToken)
    {
        var me = user.RequiredId;
        return db.Timeline.AnyAsync(
            line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.DecisionChanged && line.Stage == idea.Stage && line.At >= idea.StageEnteredAt && db.Decisions.Any(decision => decision.Id == line.DecisionId && decision.DecidedById == me), cancellationToken);
    }

    /// <summary>The deciding roles that the caller holds where the case lies. A permission's scope joins several roles, so the role itself is asked for.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(Idea idea, DecidingRoute route, CancellationToken cancellationToken)
    {
        var mine = new List<string>();
        var place = GatePlace.Of(idea, route.Gate);
        foreach (var role in route.AllRoles.Where(user.HasRole))
            if (user.Scope(GatePermissions.Of(route.Gate.Code, role)).Covers(place.AuthorityId, place.UnitId)
                && (await people.InRoleAsync(role, place.AuthorityId, place.UnitId, cancellationToken)).Any(person => person.Id == user.Id))
                mine.Add(role);
        return mine;
    }
}
