using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Domain;

internal sealed record OwnSheet(string Code, string Gate, SheetContent Content);

/// <summary>The sheets that every municipality begins with, one for each decision that ideas are judged before. Few questions, so that a judgement takes minutes.</summary>
internal static class OwnSheets
{
    private const string People = "Människor";
    private const string Work = "Att göra det";

    /// <summary>Asked at three decisions, so that the answers can be seen beside each other.</summary>
    private static SheetCriterion Equal(string key, int weight) => new(key, null, "Blir det mer jämlikt och lättare att använda för alla?", "Kvinnor och män, barn och äldre, olika språk och funktionsförmåga.", weight,
    [
        "Skillnader mellan människor kan bli större", "Ingen har tänkt på det", "Det är tänkt på, men inte visat", "Någon grupp får det bättre", "Flera grupper får det bättre, och det är visat",
    ]);

    public static IReadOnlyList<OwnSheet> All { get; } =
    [
        new("behov", Gates.Need, new("Bedöm behovet", "Är behovet verkligt, och är det vårt att göra något åt? Tänk inte på lösningen än.",
        [
            new("k1", People, "Hur väl känner vi behovet?", "Vem har berättat, och hur många?", 40, ["En gissning", "Någon har berättat", "Flera har berättat samma sak", "Samtal och fakta pekar åt samma håll", "Väl belagt, också av dem som har behovet"]),
            new("k2", null, "Hur mycket betyder det för dem som har behovet?", null, 35, ["Nästan inget", "Lite bekvämare", "Vardagen blir lättare", "Hälsa, trygghet eller arbete påverkas", "Det är avgörande för dem"]),
            new("k3", Work, "Hör det till det vi ska göra?", null, 25, ["Någon annan ska göra det", "Oklart vem som ska göra det", "Det hör till vårt område", "Det står i våra planer", "Vi måste göra det"]),
        ], [new("s1", "Finns det redan något som löser behovet?", "ja")])),
        new("test", Gates.Test, new("Bedöm inför test", "Är idén värd att pröva, och kan vi pröva den på ett bra sätt?",
        [
            new("k1", People, "Hur troligt är det att idén löser behovet?", null, 30, ["Inte troligt", "Kanske, men på lösa grunder", "Möjligt", "Troligt, något liknande har fungerat", "Mycket troligt, det är visat på annat håll"]),
            Equal("k2", 20),
            new("k3", Work, "Lär vi oss något av testet, hur det än går?", "Är det tydligt vad som mäts, och när man slutar?", 30, ["Nej, det är oklart vad vi prövar", "Lite, men måttet är svagt", "Ja, om allt går som tänkt", "Ja, med ett tydligt mått", "Ja, tydligt mått, nollmätning och stoppregel"]),
            new("k4", null, "Kan vi genomföra testet?", "Tid, pengar, plats och någon som leder.", 20, ["Nej, det mesta saknas", "Viktiga delar saknas", "Ja, med hjälp", "Ja, nästan allt är klart", "Ja, allt är klart"]),
        ], [new("s1", "Kan någon komma till skada så att det inte går att rätta till?", "ja")])),
        new("efter-test", Gates.Evaluate, new("Bedöm efter test", "Vad visade testet? Ett nej är också ett bra svar.",
        [
            new("k1", People, "Hur gick det, jämfört med hur det var före?", null, 35, ["Sämre än före", "Ingen skillnad", "Lite bättre", "Tydligt bättre", "Mycket bättre än vi trodde"]),
            Equal("k2", 20),
            new("k3", null, "Vad säger de som provade?", "De som använde det, och de som arbetade med det.", 20, ["De vill inte ha det", "De är tveksamma", "De är delade", "De flesta vill ha det", "Alla vill ha det"]),
            new("k4", Work, "Hur säkert är resultatet?", "Antal, mått och sådant som kan ha stört.", 25, ["Det går inte att lita på", "Mycket osäkert", "Det pekar åt ett håll", "Ganska säkert", "Säkert"]),
        ], [new("s1", "Hände något i testet som måste lösas innan någon går vidare?", "ja")])),
        new("inforande", Gates.Implement, new("Bedöm inför införande", "Är nyttan värd vad den kostar, och orkar verksamheten?",
        [
            new("k1", People, "Hur stor är nyttan?", "För dem som har behovet, och för dem som arbetar.", 35, ["Mindre än kostnaden", "Ungefär som kostnaden", "Lite större än kostnaden", "Tydligt större", "Mycket större, år efter år"]),
            Equal("k2", 20),
            new("k3", Work, "Är verksamheten redo?", "Någon tar emot, kan det nya och har tid.", 25, ["Ingen tar emot det", "Någon tar emot, men mycket saknas", "Redo med hjälp", "Redo", "Redo, och många vill"]),
            new("k4", null, "Kan andra ha nytta av det?", null, 20, ["Bara här", "Kanske någon mer", "Flera enheter", "Hela kommunen", "Andra kommuner också"]),
        ], [new("s1", "Finns det pengar till driften?", "nej"), new("s2", "Finns det något i lag eller avtal som hindrar?", "ja")])),
        new("effekt", Gates.Benefit, new("Bedöm effekten", "Blev det som vi tänkte? Jämför med målen.",
        [
            new("k1", People, "Hur mycket av nyttan har vi fått?", null, 45, ["Ingen", "Lite", "Ungefär hälften", "Nästan all", "All, eller mer"]),
            new("k2", null, "Gäller den alla?", "Titta på kvinnor och män var för sig där det går.", 25, ["Bara några få", "En grupp har fått mindre", "Det går inte att se", "Nästan alla", "Alla, och det är mätt"]),
            new("k3", Work, "Håller det i sig?", "Rutiner, stöd och någon som svarar för det.", 30, ["Det har slutat användas", "Det används allt mindre", "Det används, men hänger på någon enskild", "Det är en del av rutinerna", "Det är en del av rutinerna och förbättras"]),
        ], [])),
    ];
}
