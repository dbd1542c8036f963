using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>An outcome at a gate, and the role in which it is chosen.</summary>
internal sealed record DecisionChoice(Gate Gate, GateOutcome Outcome, string Role);

/// <summary>Who may choose what: own idea, gate, role and outcome.</summary>
internal static class MayDecide
{
    public static Outcome<DecisionChoice> Check(GateCase found, GateDecision request)
    {
        if (found.IsOwn) return SeparationOfDuties.OwnIdea;
        if (found.Gate is not { } gate || gate.Code != request.Gate)
            return Problem.Conflict("Ärendet är inte vid den beslutspunkten. Öppna det igen och se var det är.");
        if (found.MyRoles.Count == 0) return SomeoneElse(found, gate);
        if (OpenOutcomes.Check(gate, found.Idea.Track, found.Taken, request.Outcome) is { } wrong) return Problem.Invalid(wrong);
        var outcome = gate.Outcomes.First(outcome => outcome.Code == request.Outcome);
        if (outcome.Negative && found.OwnNoWasChanged) return NotAgain;
        var mine = found.MyRolesFor(outcome);
        if (mine.Count == 0) return found.Route?.Committee is { } committee ? Problem.Forbidden(committee.Why) : SomeoneElse(found, gate);
        // Who holds both roles acts for the nämnd when they give its §.
        var forCommittee = mine.Contains(Roles.CommitteeSecretary) && !string.IsNullOrWhiteSpace(request.CommitteeParagraph);
        return new DecisionChoice(gate, outcome, forCommittee ? Roles.CommitteeSecretary : mine.FirstOrDefault(role => role != Roles.CommitteeSecretary) ?? mine[0]);
    }

    private static readonly Problem NotAgain = Problem.Forbidden("Ditt nej är ändrat efter omprövning. Du kan inte säga nej igen. Låt idén gå vidare, eller be en kollega att besluta.");

    private static Problem SomeoneElse(GateCase found, Gate gate) =>
        Problem.Forbidden(new Text("{0} beslutar här. Du kan läsa ärendet men inte besluta.", new Text(DecidingRole.Of(gate.DecidersIn(found.Idea.Track)[0]))));
}
