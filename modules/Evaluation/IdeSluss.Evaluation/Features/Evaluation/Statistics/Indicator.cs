using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What is counted and how, said to whoever reads it (<c>domain.md</c> 3.4 and 3.6). Texts are Swedish and are the keys of their translations.</summary>
/// <param name="Splits">What it is divided by; <see cref="Dimensions"/>.</param>
/// <param name="Target">What one strives for; null where there is none.</param>
/// <param name="Missing">Why there are no figures; null where there are.</param>
internal sealed record Indicator(string Code, string Name, string Formula, string Source, IReadOnlyList<string> Splits, string? Target = null, string? Missing = null)
{
    public const string HandedIn = "E01";
    public const string Accepted = "E02";
    public const string Gap = "E03";
    public const string LeadTime = "E04";
    public const string Told = "E05";
    public const string Resources = "E06";
    public const string Deciders = "E07";
    public const string Participants = "E08";
    public const string NeedTalks = "E09";
    public const string Implemented = "E10";
    public const string ImplementedDays = "E10.days";
    public const string Benefit = "E11";
    public const string BenefitPercent = "E11.percent";
    public const string Kinds = "E12";
    public const string OtherLanguage = "E13";
    public const string Barriers = "E14";
    public const string BarrierDays = "E14.days";
    public const string Spread = "E15";
    public const string Lessons = "E16";
    public const string Trained = "E17";
    public const string Reach = "E17.reach";
    public const string Trust = "E18";
    public const string Social = "E19";
    public const string Intersections = "E20";
    public const string Innovative = "IB1";
    public const string Novelty = "IB2";
    public const string KindOfNew = "IB3";
    public const string Value = "IB4";
    public const string Driver = "IB5";
    public const string Partners = "IB6";
    public const string Reuse = "IB7";
    public const string Obstacle = "IB8";

    /// <summary>What <see cref="Novelty"/> to <see cref="Obstacle"/> and <see cref="Kinds"/> all count: answers about ideas that came into use. One name, so that their tables share their sum.</summary>
    public const string Innovations = "IB";

    /// <summary>Working days within which the submitter is to be told of a decision (<c>domain.md</c> 1.5, invariant 4).</summary>
    public const int DaysToTell = 2;

    private const string Cases = "Idéslussens egna ärenden. Det som är sekretess räknas inte med.";
    private const string Barometer = "Ett svar för varje idé som har börjat användas, av den som tog emot den. Frågorna liknar Innovationsbarometerns (SKR och Vinnova 2018).";
    private const string Coaches = "Det idécoachen har sagt om lösningen i ärendet.";
    private const string Profiles = "Frivilliga svar efter att idén har skickats.";

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new(HandedIn, "Inlämnade idéer", "Antal idéer som kom in under perioden.", Cases, [Dimensions.Area, Dimensions.Submitter, Dimensions.Channel, Dimensions.Authority, Dimensions.Unit, Dimensions.Sex, Dimensions.Age]),
        new(Accepted, "Andel som gick vidare", "Antal som gick vidare, av alla som gick vidare eller avslutades vid beslutet. Det som skickades tillbaka eller vilar räknas inte. Intervallet är Wilsons, 95 procent.", Cases, [Dimensions.Gate, Dimensions.Submitter, Dimensions.Sex, Dimensions.Majority]),
        new(Gap, "Skillnad mellan kvinnor och män", "Andelen som gick vidare av kvinnors idéer, minus andelen av mäns, i procentenheter. Intervallet är Newcombes, 95 procent. Visas när båda grupperna har minst tio.", Profiles, [Dimensions.Gate], "Ingen skillnad"),
        new(LeadTime, "Tid till beslut", "Vardagar från att idén kom till etappen tills den lämnade den: hur länge det tog för hälften, och för nio av tio.", Cases, [Dimensions.Stage, Dimensions.Area, Dimensions.Sex], "Högst den tid som arbetsgången lovar"),
        new(Told, "Besked i tid", "Antal beslut där idégivaren fick veta det inom två vardagar, av alla beslut. För den som varken har e-post eller konto räknas dagen då någon ringde eller skrev.", Cases, [Dimensions.Authority], "Alla"),
        new(Resources, "Hur tid och pengar fördelas", "Det som testerna kostade i kronor, efter vilka som mest arbetar i idéns område: kvinnor (över 60 procent), män (under 40) eller ungefär lika. Kommunens jämställdhetsstrateg anger fördelningen. Coachernas timmar skrivs inte upp någonstans och räknas därför inte.", "Testernas loggar.", [Dimensions.Majority], "40–60 procent"),
        new(Deciders, "Könsfördelning bland dem som beslutar", "Andel kvinnor av de personer som fattade beslut under kvartalet och som själva har uppgett kön. Varje person räknas en gång, i den nämnd och vid det beslut där hon eller han beslutade oftast. Det som en nämnd har beslutat räknas inte.", "Frivilliga svar från dem som beslutar.", [Dimensions.Authority, Dimensions.Gate], "40–60 procent"),
        new(Participants, "Deltagare i tester", "Antal som började delta i tester, efter kön och ålder, och hur många som fick frågan på annat sätt än med vanlig text: lättläst, med bilder, uppläst eller på teckenspråk. Om de har en funktionsnedsättning frågar vi inte.", "Testbäddarnas deltagarlistor, utan namn.", [Dimensions.Sex, Dimensions.Age, Dimensions.Adapted], "40–60 procent"),
        new(NeedTalks, "Samtal med dem som har behovet", "Antal samtal med målgruppen i behovskartan, för idéer vars behov beslutades: hur många hälften av idéerna hade, och nio av tio.", "Behovskartorna i ärendena.", [Dimensions.Area], "Minst ett"),
        new(Implemented, "Genomförda idéer", "Antal idéer som avslutades som genomförda, av alla som avslutades under perioden. Tiden räknas i vardagar från att idén kom in tills verksamheten tog över den.", Cases, [Dimensions.Area, Dimensions.Authority, Dimensions.Unit]),
        new(Benefit, "Effekt mot plan", "Antal nyttor som nått sitt mål, av alla som följdes upp under perioden. I kronor: summan av uppmätt nytta per år, av summan av planerad, när minst tio uppföljningar har båda. Kvalitet räknas inte i kronor.", "Nyttokalkyler och uppföljningar.", [Dimensions.Benefit], "Alla"),
        new(Kinds, "Slag av förnyelse", "Genomförda idéer efter vad det nya mest är: en tjänst, en vara, ett arbetssätt, organisation eller kommunikation. Räknas som IB3 i Innovationsbarometern.", Barometer, [Dimensions.Kind]),
        new(OtherLanguage, "Idéer på andra språk", "Antal idéer som var skrivna på något annat språk än svenska, av alla som kom in. Hur många som läste lättläst mäter vi inte, eftersom vi inte följer besökare.", Cases, [Dimensions.Channel]),
        new(Barriers, "Rapporter om tillgänglighet", "Antal rapporter om att något inte går att använda, hur många som är besvarade och hur många vardagar det tog.", "Rapporterna från tillgänglighetsredogörelsen.", [], "Alla besvarade"),
        new(Spread, "Spridning", "Antal idéer vars effekt beslutades och som ska spridas till fler, av dem där frågan är besvarad.", "Spridningsblanketten i ärendena.", []),
        new(Lessons, "Lärdomar från det som stoppades", "Antal idéer som avslutades efter test och har ett färdigt lärdomsblad, av alla som avslutades efter test.", Cases, [], "Alla"),
        new(Trained, "Utbildade chefer och förtroendevalda", "Andel som har ett intyg, av alla som är chefer eller förtroendevalda när kvartalet är slut, enligt sina roller eller en lista. Den som är båda räknas som chef. Och antal som fick sitt första intyg under perioden, en gång för varje person. Kön vet vi bara om dem som har sagt det.", "Utbildningarnas intyg, rollerna, och frivilliga svar.", [Dimensions.Role, Dimensions.Sex], "Alla"),
        new(Trust, "Förtroende", "Tre frågor till idégivaren när idén är avgjord, skala 1 till 5: blev du förstådd, var det rättvist, skulle du göra det igen? Andelen som svarade 4 eller 5, och det svar som hälften gav högst. Ett svar för varje idé.", "Frivilliga och anonyma svar när idén är avgjord.", [Dimensions.Understood, Dimensions.Fair, Dimensions.Again]),
        new(Social, "Sociala och tekniska lösningar", "Idéer vars behov beslutades, efter om idécoachen har sagt att lösningen är mest social eller organisatorisk, mest teknisk eller lika mycket av båda; och hur många av dem som gick vidare.", Coaches, [Dimensions.Nature, Dimensions.Sex]),
        new(Intersections, "Möten mellan yrken", "Idéer vars behov beslutades och där idécoachen har sagt att minst två yrken eller sektorer arbetade tillsammans, av dem där det är sagt.", Coaches, []),
        new(Innovative, "Enheter som har infört något nytt", "Antal enheter som de senaste två åren tog emot minst en idé som började användas, av alla enheter. Det räknas när kvartalet är slut.", Cases, []),
        new(Novelty, "Hur nytt det är", "Svar om idéer som började användas: nytt för enheten, för kommunen eller i Sverige.", Barometer, [Dimensions.Novelty]),
        new(KindOfNew, "Vad det nya är", "Samma svar, efter om det nya mest är en tjänst, en vara, ett arbetssätt, organisation eller kommunikation.", Barometer, [Dimensions.Kind]),
        new(Value, "Vad det gav", "Samma svar: andelen som gav bättre kvalitet, effektivitet, inflytande, arbetsmiljö eller annat. Flera svar går bra.", Barometer, [Dimensions.Value]),
        new(Driver, "Vad som satte i gång det", "Samma svar, efter det som drev fram det nya.", Barometer, [Dimensions.Driver]),
        new(Partners, "Tillsammans med vilka", "Samma svar: andelen som gjorde det tillsammans med brukare, andra enheter, andra offentliga, högskola, företag eller föreningar. Flera svar går bra.", Barometer, [Dimensions.Partner]),
        new(Reuse, "Lånat och spritt", "Samma svar, efter om lösningen är egen, anpassad eller övertagen, och om någon annan har börjat göra likadant.", Barometer, [Dimensions.Origin, Dimensions.SpreadOn]),
        new(Obstacle, "Vad som var svårast", "Samma svar, efter det största hindret.", Barometer, [Dimensions.Obstacle]),
    ];

    /// <summary>The decisions that may end a case, in their order.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Gates.Triage, Gates.Need, Gates.Test, Gates.Evaluate, Gates.Implement];
}

/// <summary>Ways to divide. The parts are codes.</summary>
internal static class Dimensions
{
    public const string Channel = "channel";
    public const string Area = "area";
    public const string Authority = "authority";

    /// <summary>Parts as <see cref="UnitTree"/> writes them.</summary>
    public const string Unit = "unit";

    /// <summary>Who mostly works in the idea's area.</summary>
    public const string Majority = "majority";

    /// <summary>Asked in another way than by ordinary text.</summary>
    public const string Adapted = "adapted";
    public const string Submitter = "submitter";
    public const string Outcome = "outcome";
    public const string Language = "language";
    public const string Stage = "stage";
    public const string Gate = "gate";
    public const string Sex = "sex";
    public const string Age = "age";
    public const string Role = "role";
    public const string Novelty = "novelty";
    public const string Kind = "kind";
    public const string Value = "value";
    public const string Driver = "driver";
    public const string Partner = "partner";
    public const string Origin = "origin";
    public const string SpreadOn = "spread";
    public const string Obstacle = "obstacle";
    public const string Understood = "understood";
    public const string Fair = "fair";
    public const string Again = "again";
    public const string Nature = "nature";

    /// <summary>Kind of benefit: <see cref="QuarterTables.BenefitKinds"/>.</summary>
    public const string Benefit = "benefit";

    public const string None = "ingen";
    public const string Others = "annan";
    public const string Unsaid = "okand";
}
