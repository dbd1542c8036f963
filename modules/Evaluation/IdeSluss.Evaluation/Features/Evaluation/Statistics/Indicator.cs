using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What is counted and how, said to whoever reads it (<c>domain.md</c> 3.6). Texts are Swedish and are the keys of their translations.</summary>
/// <param name="Target">What one strives for; null where there is none.</param>
internal sealed record Indicator(string Code, string Name, string Formula, string Source, string? Target = null)
{
    public const string HandedIn = "E01";
    public const string Accepted = "E02";
    public const string LeadTime = "E04";
    public const string Implemented = "E10";
    public const string OtherLanguage = "E13";
    public const string Lessons = "E16";

    private const string Cases = "Idéslussens egna ärenden. Det som är sekretess räknas inte med.";

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new(HandedIn, "Inlämnade idéer", "Antal idéer som kom in under perioden.", Cases),
        new(Accepted, "Andel som gick vidare", "Antal som gick vidare, av alla som gick vidare eller avslutades vid beslutet. Det som skickades tillbaka eller vilar räknas inte. Intervallet är Wilsons, 95 procent.", Cases),
        new(LeadTime, "Tid till beslut", "Vardagar från att idén kom till etappen tills den lämnade den: hur länge det tog för hälften, och för nio av tio.", Cases, "Högst den tid som arbetsgången lovar"),
        new(Implemented, "Genomförda idéer", "Antal idéer som avslutades som genomförda, av alla som avslutades under perioden.", Cases),
        new(OtherLanguage, "Idéer på andra språk", "Antal idéer som var skrivna på något annat språk än svenska, av alla som kom in.", Cases),
        new(Lessons, "Lärdomar från det som stoppades", "Antal idéer som avslutades efter test och har ett färdigt lärdomsblad, av alla som avslutades efter test.", Cases, "Alla"),
    ];

    /// <summary>The decisions that may end a case, in their order.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Gates.Triage, Gates.Need, Gates.Test, Gates.Evaluate, Gates.Implement];
}

/// <summary>Ways to divide. The parts are codes.</summary>
internal static class Dimensions
{
    public const string Channel = "channel";
    public const string Area = "area";
    public const string Submitter = "submitter";
    public const string Outcome = "outcome";
    public const string Language = "language";
    public const string Stage = "stage";

    public const string None = "ingen";
}
