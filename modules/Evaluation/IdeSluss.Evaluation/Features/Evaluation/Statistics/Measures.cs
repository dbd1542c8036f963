namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What pages show, in the order in which they show it. Codes stand in answers of the API.</summary>
internal static class Measures
{
    public const string Quarters = "quarters";
    public const string Funnel = "funnel";
    public const string Accepted = "accepted";
    public const string AcceptedBySubmitter = "accepted-submitter";
    public const string AcceptedByGateAndSubmitter = "accepted-gate-submitter";
    public const string AcceptedBySex = "accepted-sex";
    public const string AcceptedByMajority = "accepted-majority";
    public const string Gap = "gap";
    public const string HandedInByAuthority = "handed-in-authority";
    public const string HandedInByUnit = "handed-in-unit";
    public const string HandedInBySubmitter = "handed-in-submitter";
    public const string HandedInByArea = "handed-in-area";
    public const string HandedInBySex = "handed-in-sex";
    public const string HandedInByAge = "handed-in-age";
    public const string HandedInByChannel = "handed-in-channel";
    public const string OtherLanguageByChannel = "other-language-channel";
    public const string Told = "told";
    public const string Times = "times";
    public const string TimesByArea = "times-area";
    public const string TimesBySex = "times-sex";
    public const string ImplementedTimes = "implemented-times";
    public const string NeedTalks = "need-talks";
    public const string Outcomes = "outcomes";
    public const string ImplementedByAuthority = "implemented-authority";
    public const string ImplementedByUnit = "implemented-unit";
    public const string ImplementedByArea = "implemented-area";
    public const string Resources = "resources";
    public const string DecidersByAuthority = "deciders-authority";
    public const string DecidersByGate = "deciders-gate";
    public const string ParticipantsBySex = "participants-sex";
    public const string ParticipantsByAge = "participants-age";
    public const string ParticipantsAsked = "participants-asked";
    public const string BenefitByKind = "benefit-kind";
    public const string BenefitMoney = "benefit-money";
    public const string TrainedReach = "trained-reach";
    public const string TrainedByRole = "trained-role";
    public const string TrainedBySex = "trained-sex";

    public static IReadOnlyList<string> All { get; } =
    [
        Quarters, HandedInBySubmitter, HandedInByAuthority, HandedInByUnit, HandedInByArea, HandedInBySex, HandedInByAge, HandedInByChannel, OtherLanguageByChannel, Funnel, Accepted, AcceptedBySubmitter,
        AcceptedByGateAndSubmitter, AcceptedBySex, AcceptedByMajority, Gap, Told, Times, TimesByArea, TimesBySex, ImplementedTimes, NeedTalks, Outcomes, BenefitByKind, BenefitMoney, ImplementedByAuthority, ImplementedByUnit, ImplementedByArea, Resources,
        DecidersByAuthority, DecidersByGate, ParticipantsBySex, ParticipantsByAge, ParticipantsAsked, TrainedReach, TrainedByRole, TrainedBySex,
    ];

    /// <summary>What one who follows the programme from outside asks first: where ideas are lost, for whom, how long it takes, who decides, and what spreads.</summary>
    public static IReadOnlyList<string> Followed { get; } = [Funnel, Accepted, AcceptedByGateAndSubmitter, AcceptedBySex, AcceptedByMajority, Gap, Times, TimesBySex, DecidersByAuthority, DecidersByGate, Outcomes];

    /// <summary>What everyone meets first.</summary>
    public static IReadOnlyList<string> Chosen { get; } = [Quarters, Funnel, Accepted, Times, Outcomes];
}
