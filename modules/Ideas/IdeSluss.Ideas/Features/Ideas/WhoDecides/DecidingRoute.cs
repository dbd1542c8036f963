using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.WhoDecides;

/// <summary>Why a case goes to the nämnd.</summary>
/// <param name="Law">Code of the legal reference that says so; null when it is the delegation order alone.</param>
internal sealed record CommitteeReason(Text Why, string? Law = null);

/// <summary>Who takes which decision on a case at its gate: the roles that the workflow names, or the nämnd alone. Pure.</summary>
/// <param name="Delegation">What lets a delegate decide here, where there is such a rule.</param>
/// <param name="Committee">Why the nämnd must decide; null when it need not.</param>
/// <param name="Statutory">A statutory citizen proposal is being handled in the case.</param>
internal sealed record DecidingRoute(WorkflowDefinition Workflow, Gate Gate, string? Track, bool Statutory, DelegationRule? Delegation, CommitteeReason? Committee)
{
    /// <summary>The roles that may take this outcome. Whoever prepares may always send it back or ask for more: that settles nothing.</summary>
    public IReadOnlyList<string> RolesFor(GateOutcome outcome) =>
        Committee is not null && Settles(Workflow, Gate, outcome) ? [Roles.CommitteeSecretary] : Gate.DecidersIn(Track);

    /// <summary>Everyone who may take some outcome.</summary>
    public IReadOnlyList<string> AllRoles => Committee is null ? Gate.DecidersIn(Track) : [.. Gate.DecidersIn(Track).Append(Roles.CommitteeSecretary).Distinct()];

    /// <param name="delegation">The rule of the case's nämnd for this gate.</param>
    public static DecidingRoute Of(WorkflowDefinition workflow, Gate gate, string? track, bool statutory, DelegationRule? delegation, FormFacts answers) =>
        new DecidingRoute(workflow, gate, track, statutory, delegation, null).With(answers);

    /// <summary>As it is with other answers, such as those that come with the decision.</summary>
    public DecidingRoute With(FormFacts answers) => this with { Committee = ReasonFor(answers) };

    private CommitteeReason? ReasonFor(FormFacts answers)
    {
        // Once the nämnd's own gate is behind, it has decided.
        if (Statutory && Workflow.Gates.Any(other => IsCommittees(other) && Workflow.OrderOf(other.From) >= Workflow.OrderOf(Gate.From)))
            return new("Nämnden beslutar: ärendet är ett medborgarförslag, och det får ingen besluta om på delegation.", CaseLaw.NeverDelegated);
        if (!IsCommittees(Gate) || Gate.DecidersIn(Track).Count == 1) return null;
        if (answers.AnswersTo(FormKeys.ImplementationPlan).Text(ImplementationForms.Principle) is { } principle and not "nej")
            return new(principle == "ja" ? "Nämnden beslutar: frågan är principiell." : "Nämnden beslutar: det är inte klart om frågan är principiell. Ändra svaret i införandeplanen när ni vet.", CaseLaw.NeverDelegated);
        if (Delegation is null) return new("Nämnden beslutar: det finns ingen delegationsregel för det här beslutet.", CaseLaw.Delegation);
        return Delegation.MostCost is { } most && FirstYear(answers) is { } cost && cost > most
            ? new CommitteeReason(new("Nämnden beslutar: det kostar {0} kronor första året, och delegationen gäller upp till {1} kronor (punkt {2}).", Kronor(cost), Kronor(most), Delegation.Number))
            : null;
    }

    /// <summary>What it costs once and the first year; null while nobody has counted.</summary>
    public static decimal? FirstYear(FormFacts answers)
    {
        var counted = answers.Of(FormKeys.BenefitCalculation)?.Computed.Where(one => one.Computation.Key is "engangskostnad" or "arskostnad").ToList();
        return counted is { Count: > 0 } ? counted.Sum(one => one.Value) : null;
    }

    /// <summary>A yes or no in the matter itself: closing it, or letting it through the nämnd's gate or past it.</summary>
    private static bool Settles(WorkflowDefinition workflow, Gate gate, GateOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Close => true,
        OutcomeKind.Advance => workflow.GatesPassedOver(gate, outcome.To!).Prepend(gate).Any(passed => passed.DecidedBy.Contains(Roles.CommitteeSecretary)),
        _ => false,
    };

    private bool IsCommittees(Gate gate) => gate.DecidersIn(Track).Contains(Roles.CommitteeSecretary);

    private static string Kronor(decimal amount) => amount.ToString("N0", CultureInfo.CurrentCulture);
}
