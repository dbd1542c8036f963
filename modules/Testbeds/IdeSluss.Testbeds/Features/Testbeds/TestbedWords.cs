using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class TestbedWords
{
    public static string Of(TestbedKind kind) => kind switch
    {
        TestbedKind.Lab => "Labb",
        TestbedKind.Simulated => "Byggd miljö som liknar verkligheten",
        _ => "Verklig miljö",
    };

    public static string Of(TestbedAccess access) => access switch
    {
        TestbedAccess.Internal => "Kommunens egna verksamheter",
        TestbedAccess.Partner => "Också partner med avtal",
        _ => "Alla",
    };

    public static string Of(TestbedStatus status) => status switch
    {
        TestbedStatus.Planned => "Planerad",
        TestbedStatus.Active => "Redo för test",
        TestbedStatus.Paused => "Pausad",
        _ => "Avslutad",
    };

    public static string Of(TestbedCost cost) => cost switch
    {
        TestbedCost.Free => "Kostar inget",
        TestbedCost.CostPrice => "Självkostnad",
        _ => "Enligt taxa",
    };

    public static string Of(ResourceKind kind) => kind switch
    {
        ResourceKind.Place => "Hela miljön",
        ResourceKind.Room => "Rum",
        ResourceKind.Equipment => "Utrustning",
        ResourceKind.Vehicle => "Fordon",
        _ => "Tillval",
    };

    public static string Of(BookingUnit unit) => unit == BookingUnit.Days ? "Dag" : "Timme";

    /// <summary>Code of the legal reference; null where there is none to cite.</summary>
    public static string? LawOf(SecrecyContext? secrecy) => secrecy switch
    {
        SecrecyContext.SocialServices => Laws.SecrecyInSocialServices,
        SecrecyContext.HealthCare => Laws.SecrecyInHealthCare,
        _ => null,
    };

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Capability => "Vad man kan prova",
        TermKind.TargetGroup => "Målgrupper",
        TermKind.Need => "Särskilda behov",
        TermKind.Accessibility => "Tillgänglighet på platsen",
        TermKind.Language => "Språk på plats",
        TermKind.Connectivity => "Nät och el",
        TermKind.Rule => "Regler som brukar gälla",
        _ => "Avtal som behövs",
    };

    public static string Of(SecrecyContext secrecy) => secrecy switch
    {
        SecrecyContext.SocialServices => "Sekretess i socialtjänsten",
        SecrecyContext.HealthCare => "Sekretess i hälso- och sjukvården",
        _ => "Ingen särskild sekretess",
    };
}
