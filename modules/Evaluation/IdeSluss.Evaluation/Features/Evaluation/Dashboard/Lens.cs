using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.People.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

/// <summary>What somebody in a role decides on, and so sees first: a few chosen figures.</summary>
/// <param name="Code">In addresses.</param>
/// <param name="Question">What the figures answer, Swedish.</param>
/// <param name="Shows">In the order in which they are shown: <see cref="Measures"/>.</param>
internal sealed record Lens(string Code, string Name, string Question, IReadOnlyList<string> SeenBy, IReadOnlyList<string> Shows)
{
    public const string AllCode = "alla";

    public static Lens Everything { get; } = new(AllCode, "Alla mått", "Allt som räknas.", [], Measures.All);

    /// <summary>Whoever has several roles meets the first of them.</summary>
    public static IReadOnlyList<Lens> All { get; } =
    [
        new("coach", "Som idécoach", "Får idégivarna besked i tid, och var blir idéer liggande?", [Roles.IdeaCoach], [Measures.Told, Measures.Times, Measures.Funnel, Measures.NeedTalks]),
        new("chef", "Som chef", "Vad kommer in till dina enheter, och blir det av?", [Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner], [Measures.HandedInByUnit, Measures.ImplementedByUnit, Measures.ImplementedTimes, Measures.Outcomes]),
        new("namnd", "Som nämnd", "Vad kommer in till nämnden, vad blir det av det, och får kvinnor och män lika ofta ja?", [Roles.Committee, Roles.CommitteeSecretary], [Measures.HandedInByAuthority, Measures.ImplementedByAuthority, Measures.Gap, Measures.Outcomes]),
        new("rad", "Som idéråd", "Vilka idéer går vidare, och vid vilket beslut tar det stopp?", [Roles.IdeaBoard], [Measures.Accepted, Measures.AcceptedByGateAndSubmitter, Measures.Times]),
        new("jamstalldhet", "Som jämställdhetsstrateg", "Behandlas kvinnors och mäns idéer lika, och vart går pengarna?", [Roles.EqualityAdvisor], [Measures.Gap, Measures.AcceptedByMajority, Measures.Resources, Measures.DecidersByGate]),
        new("kvalitet", "Som kvalitetsansvarig", "Blev det bättre, och tar vi vara på det vi lär oss?", [Roles.QualityOfficer], [Measures.Outcomes, Measures.ImplementedByAuthority, Measures.ParticipantsAsked]),
    ];

    /// <summary>Those of the roles, and last everything.</summary>
    public static IReadOnlyList<Lens> Of(IReadOnlyList<string> roles) => [.. All.Where(lens => lens.SeenBy.Any(roles.Contains)), Everything];
}
