using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Skelleftea.Testbeds;

/// <summary>Invented tests in support for people with disabilities: one that said no, with what was learnt.</summary>
internal static class SkellefteaTrials
{
    public static IReadOnlyList<TrialExample> All { get; } =
    [
        new("Armband som påminner om matlådan", StartedDaysAgo: 96)
        {
            Testbed = "Boendelabbet på Älvkanten", Recruitment = "En stödpedagog berättade med bilder och visade armbandet. Alla fick säga ja eller nej med bildstöd, en vecka senare.",
            People = (3, 4), Withdrew = 2,
            Log =
            [
                new(TrialLogKind.Note, 95, "Sju armband är utdelade. Var och en har valt sin egen signal."),
                new(TrialLogKind.Deviation, 88, "Två blev rädda när armbandet skakade på bussen.", Action: "De två slutade samma dag. Signalen går inte längre före klockan sju."),
                new(TrialLogKind.Accessibility, 80, "Spännet går inte att öppna med en hand."),
                new(TrialLogKind.Usability, 66, "Svårt att förstå varför det skakar.", 3),
                new(TrialLogKind.Cost, 60, "Sju armband", 5600),
            ],
            Result = new(52, TrialVerdict.Rejects, TrialRecommendation.Stop, (6, 30, "Fem personer till slut, så talen är osäkra."))
            {
                Why = "Glömda matlådor blev inte färre, och flera blev stressade av signalen.", Equality = "Två män slutade, inga kvinnor. Gruppen är för liten för att säga varför.", StaffView = "Vi fick förklara signalen varje morgon. Bilden på dörren gjorde mer nytta.",
                Tried = "Ett armband som skakar när det är dags att ta med matlådan, för sju personer i sex veckor.", Went = "De flesta tog av sig armbandet efter några dagar. Matlådorna glömdes lika ofta.",
                Learnt = "En signal utan bild säger inte vad man ska göra. Påminnelsen behöver finnas där saken är.", Otherwise = "Börja med en bild på dörren, och låt dem som ska använda saken välja den från början.",
            },
        },
    ];
}
