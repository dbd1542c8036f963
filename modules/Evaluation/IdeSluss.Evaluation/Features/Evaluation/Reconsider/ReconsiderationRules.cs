using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>Times that a municipality sets: <c>IdeSluss:Reconsideration:AskWithinDays</c> and <c>AnswerWithinWorkingDays</c>.</summary>
internal sealed record ReconsiderationTimes
{
    /// <summary>Calendar days from when the reply left.</summary>
    public int AskWithinDays { get; init; } = 21;

    public int AnswerWithinWorkingDays { get; init; } = 20;
}

/// <summary>Which decisions may be reconsidered, by whom and until when. Pure.</summary>
internal static class ReconsiderationRules
{
    /// <summary>Who reconsiders what somebody in the role has decided: a colleague in the same role, else one in the role above.</summary>
    private static readonly Dictionary<string, string[]> DecidersOf = new(StringComparer.Ordinal)
    {
        [Roles.IntakeOfficer] = [Roles.IdeaCoach],
        [Roles.IdeaCoach] = [Roles.IdeaCoach, Roles.DelegatedDecisionMaker],
        [Roles.NeedOwner] = [Roles.NeedOwner, Roles.DelegatedDecisionMaker],
        [Roles.IdeaBoard] = [Roles.IdeaBoard, Roles.DelegatedDecisionMaker],
        [Roles.BenefitOwner] = [Roles.BenefitOwner, Roles.DelegatedDecisionMaker],
        [Roles.QualityOfficer] = [Roles.QualityOfficer, Roles.DelegatedDecisionMaker],
        [Roles.DelegatedDecisionMaker] = [Roles.DelegatedDecisionMaker],
    };

    public static readonly Problem NoSuchDecision = Problem.NotFound("Beslutet finns inte, eller så är det inte om din idé.");

    /// <summary>Those in a role may reconsider what these roles have decided.</summary>
    public static IReadOnlyList<string> DecidedByOf(IEnumerable<string> mine) => [.. DecidersOf.Where(pair => pair.Value.Intersect(mine).Any()).Select(pair => pair.Key)];

    public static IReadOnlyList<string> Deciders(string firstDecidedAs) => DecidersOf.GetValueOrDefault(firstDecidedAs, []);

    public static IReadOnlyList<string> AllDeciders { get; } = [.. DecidersOf.Values.SelectMany(roles => roles).Distinct()];

    /// <summary>The last Swedish day; one that is free moves to the next that is not, as the times of the law do.</summary>
    public static DateOnly LastDay(DateTimeOffset toldAt, ReconsiderationTimes times)
    {
        var last = toldAt.StockholmDay().AddDays(times.AskWithinDays);
        return WorkingDays.IsWorkingDay(last) ? last : WorkingDays.Add(last, 1);
    }

    /// <summary>Why the decision cannot be reconsidered; null when it can.</summary>
    public static Problem? WhyNot(RefusingDecision decision, Reconsideration? already, ReconsiderationTimes times, DateOnly today) => decision switch
    {
        _ when already is { State: ReconsiderationState.Waiting } => Problem.Conflict("Omprövning är redan begärd. Du får besked när beslutet är prövat igen."),
        _ when already is not null => Problem.Conflict("Beslutet är redan omprövat. Ett beslut omprövas bara en gång. Har något ändrats? Lämna gärna idén igen."),
        { DecidedAs: null } or { DecidedById: null } => Problem.Conflict("Beslutet går inte att ompröva här. Kontakta en idécoach."),
        // Nobody stands beside a nämnd, and its secretary has only written it in: it is for the nämnd itself to change what it has decided (FL 37 §).
        _ when Deciders(decision.DecidedAs!).Count == 0 => Problem.Conflict("Nämnden har beslutat, och bara den kan ändra beslutet. Skriv till nämnden och berätta vad som är fel. Har något ändrats? Lämna gärna idén igen."),
        { StillStands: false } => Problem.Conflict("Ärendet har gått vidare sedan beslutet. Det finns inget att ompröva."),
        _ when today > LastDay(decision.ToldAt, times) => Problem.Conflict(new Text("Sista dagen att begära omprövning var {0}. Har något ändrats? Lämna gärna idén igen.", LastDay(decision.ToldAt, times).ForPeople(today))),
        _ => null,
    };

    /// <summary>Why the person does not reconsider it; null when they may.</summary>
    /// <param name="inPool">They hold a role that may, where the case lies.</param>
    public static Problem? WhyNotBy(Reconsideration one, Guid person, CaseTie? tie, bool inPool) => person switch
    {
        _ when one.FirstDeciderId == person => Problem.Forbidden("Du fattade beslutet. Någon annan omprövar det."),
        _ when tie is not null || one.AskedById == person => Problem.Forbidden("Idén är din egen, eller så har du anmält jäv. Någon annan omprövar beslutet."),
        _ when !inPool => Problem.Forbidden("Du omprövar inte beslut där ärendet ligger. Någon med samma uppgift som den som beslutade gör det."),
        _ => null,
    };

    public static IEnumerable<FieldError> CheckText(string field, string? text, string empty)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new(field, empty);
        else if (text.Trim().Length > Reconsideration.LongestText) yield return new(field, new Text("Texten är {0} tecken, högst {1} får plats.", text.Trim().Length, Reconsideration.LongestText));
    }
}
