using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <param name="MayAct">The one who decided, or a colleague with the same role there: may take back, send now or correct.</param>
internal sealed record DecisionCase(Idea Idea, Decision Decision, bool MayAct);

/// <summary>Finds a decision that has been taken, for those who work with the case.</summary>
internal sealed class DecisionCases(IdeasDbContext db, CurrentUser user, GateCases cases, IWorkflowRegistry workflows, IPeopleDirectory people)
{
    public static readonly Problem NotYours = Problem.Forbidden("Bara den som beslutade, eller en kollega med samma roll, kan göra det.");

    public async Task<Outcome<DecisionCase>> FindAsync(string caseNumber, Guid decisionId, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.FirstOrDefaultAsync(one => one.Id == decisionId, cancellationToken);
        if (decision is null) return GateCases.NoSuchCase;
        // Who decided keeps seeing their own decision, also when the case has left for a receiver of restricted matters.
        var own = decision.DecidedById == user.RequiredId;
        var ideas = own ? db.Ideas : db.Ideas.Within(cases.DecidingScope);
        var idea = await ideas.WithOwners()
            .FirstOrDefaultAsync(one => one.Id == decision.IdeaId && one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        return new DecisionCase(idea, decision, own || await IsColleagueAsync(idea, decision, cancellationToken));
    }

    private async Task<bool> IsColleagueAsync(Idea idea, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.DecidedAs is not { } role || !user.HasRole(role) || SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return false;
        var place = GatePlace.Of(idea, workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)?.Gates.FirstOrDefault(gate => gate.Code == decision.Gate));
        return user.Scope(GatePermissions.Of(decision.Gate, role)).Covers(place.AuthorityId, place.UnitId)
            && (await people.InRoleAsync(role, place.AuthorityId, place.UnitId, cancellationToken)).Any(person => person.Id == user.Id);
    }
}
