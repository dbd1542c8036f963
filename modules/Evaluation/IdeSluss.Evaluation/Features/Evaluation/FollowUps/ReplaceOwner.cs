using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

internal sealed record OwnerChoice(Guid Id, string Name, string? Title);

internal sealed record OwnerView(string CaseNumber, Guid? OwnerId, string? Name, IReadOnlyList<OwnerChoice> Choices, int Version);

/// <summary>Somebody else answers for the benefit. What is asked goes with it.</summary>
internal sealed class ReplaceOwner(EvaluationDbContext db, IPeopleDirectory people, SettlePlan settle, Asking asking, CurrentUser me)
{
    public async Task<Outcome<OwnerView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await PlanAsync(caseNumber, cancellationToken) is not { } plan) return PlanAccess.NoPlan;
        var owner = plan.OwnerId is { } id ? await people.FindAsync(id, cancellationToken) : null;
        return new OwnerView(plan.CaseNumber, plan.OwnerId, owner?.DisplayName, await ChoicesAsync(plan, cancellationToken), plan.Version);
    }

    /// <param name="version">Of the plan as it was read.</param>
    public async Task<Outcome<int>> HandleAsync(string caseNumber, Guid? owner, int? version, CancellationToken cancellationToken)
    {
        if (await PlanAsync(caseNumber, cancellationToken) is not { } plan) return PlanAccess.NoPlan;
        if (version is { } seen && seen != plan.Version) return Problem.Stale();
        if (owner is not { } chosen || (await ChoicesAsync(plan, cancellationToken)).All(one => one.Id != chosen)) return Problem.Invalid(new FieldError("Owner", "Välj någon i listan."));
        if (plan.OwnerId == chosen) return plan.Version;
        db.Audit(new("evaluation.benefit-owner-changed", "benefit-plan", plan.Id, me.RequiredId, plan.AuthorityId));
        await ChangeAsync(plan, chosen, cancellationToken);
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : plan.Version;
    }

    /// <summary>Somebody has left: the next one in line, or nobody, and then the coach is asked to choose.</summary>
    public async Task LeaveAsync(Guid personId, CancellationToken cancellationToken)
    {
        foreach (var plan in await db.BenefitPlans.Where(one => one.OwnerId == personId).OrderBy(one => one.Id).ToListAsync(cancellationToken))
            await ChangeAsync(plan, await settle.OwnerAsync(plan.AuthorityId, plan.ReceivingUnitId ?? plan.UnitId, null, cancellationToken, personId), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ChangeAsync(BenefitPlan plan, Guid? owner, CancellationToken cancellationToken)
    {
        plan.OwnerId = owner;
        foreach (var followUp in await db.FollowUps.Where(one => one.PlanId == plan.Id && one.State == FollowUpState.Open).ToListAsync(cancellationToken)) await asking.AskAsync(plan, followUp, cancellationToken);
    }

    private Task<BenefitPlan?> PlanAsync(string caseNumber, CancellationToken cancellationToken) =>
        db.BenefitPlans.Within(me.Scope(EvaluationPermissions.ManageBenefits)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);

    /// <summary>Those who may answer, where the idea belongs or is received; the ones whose role it is first.</summary>
    private async Task<IReadOnlyList<OwnerChoice>> ChoicesAsync(BenefitPlan plan, CancellationToken cancellationToken)
    {
        var found = new List<PersonInfo>();
        foreach (var role in EvaluationPermissions.BenefitOwners) found.AddRange(await people.InRoleAsync(role, plan.AuthorityId, plan.ReceivingUnitId ?? plan.UnitId, cancellationToken));
        return [.. found.DistinctBy(person => person.Id).Select(person => new OwnerChoice(person.Id, person.DisplayName, person.Title))];
    }
}

internal sealed class OwnerDeactivated(ReplaceOwner replace) : IEventHandler<PersonDeactivated>
{
    public Task HandleAsync(PersonDeactivated message, Delivery delivery, CancellationToken cancellationToken) => replace.LeaveAsync(message.PersonId, cancellationToken);
}
