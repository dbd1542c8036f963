using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

/// <summary>A made-up case at the gate where one role decides.</summary>
/// <param name="Key">In addresses: <c>chef</c>.</param>
/// <param name="Role">The role that one practises.</param>
/// <param name="Title">Swedish, also the key of its translation; so is <paramref name="Task"/>.</param>
/// <param name="ToFill">Forms that are left for the one who practises; the others of the gate are filled in.</param>
/// <param name="Track">Null before the first gate, where one chooses.</param>
internal sealed record Exercise(string Key, string Role, string Title, string Task, string Stage, string? Track, IReadOnlyList<string> ToFill)
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new("coach", Roles.IdeaCoach, "Idécoach: sortera en ny idé", "Läs idén, svara på sorteringsfrågorna och välj spår. Besluta sedan om den ska gå vidare.", Stages.Triage, null, [FormKeys.Sorting]),
        new("chef", Roles.NeedOwner, "Chef: besluta om en liten idé", "Fyll i den enda sidan och besluta. Prova gärna att säga nej, och läs hur svaret låter.", Stages.Need, Tracks.Small, [FormKeys.SmallIdea]),
        new("forvaltningschef", Roles.DelegatedDecisionMaker, "Förvaltningschef: besluta om ett test", "Allt underlag är ifyllt. Läs riskerna och testplanen, och besluta om testet får börja.", Stages.Concept, Tracks.Full, []),
        new("idrad", Roles.IdeaBoard, "Idéråd: vad visade testet?", "Läs testrapporten. Ska idén gå vidare, testas igen eller avslutas?", Stages.Test, Tracks.Full, []),
        new("fortroendevald", Roles.CommitteeSecretary, "Förtroendevald: nämndens beslut", "Läs beslutsunderlaget som före ett sammanträde. Vad betyder förslaget för jämställdhet och tillgänglighet? Skriv in ett beslut.", Stages.DecisionBasis, Tracks.Full, []),
        new("nyttoansvarig", Roles.BenefitOwner, "Nyttoansvarig: blev det som vi tänkte?", "Uppföljningen är gjord. Jämför med det som var planerat, och besluta vad som händer nu.", Stages.Benefit, Tracks.Full, []),
    ];

    public static Exercise? Find(string key) => All.FirstOrDefault(exercise => exercise.Key == key);
}
