using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Pitea.Testbeds;

/// <summary>Invented tests in care of the elderly: one that said no, with what was learnt.</summary>
internal static class PiteaTrials
{
    public static IReadOnlyList<TrialExample> All { get; } =
    [
        new("Madrass som känner när någon stiger upp", StartedDaysAgo: 96)
        {
            Testbed = "Testavdelningen på Björken", Recruitment = "Kontaktpersonen berättade med bilder. Anhöriga var med när den boende ville det. Svaret kom en vecka senare.",
            People = (5, 2), Withdrew = 1,
            Log =
            [
                new(TrialLogKind.Note, 95, "Sju madrasser är på plats. Nattpersonalen har övat."),
                new(TrialLogKind.Deviation, 83, "Larmet gick elva gånger på en natt när någon vände sig i sängen.", Action: "Känsligheten sänktes. Det hjälpte inte nog."),
                new(TrialLogKind.Accessibility, 75, "Signalen i telefonen hörs inte av den som har nedsatt hörsel. Vibration behövs."),
                new(TrialLogKind.Usability, 62, "Lätt att lägga i, svårt att lita på.", 3),
                new(TrialLogKind.Cost, 60, "Lån av sju madrasser", 14000),
            ],
            Result = new(52, TrialVerdict.Rejects, TrialRecommendation.Stop, (9, 42, "Sju boende på en avdelning. Två av veckorna var ovanligt lugna."))
            {
                Why = "Personalen gick fler gånger än förut, för att larmen sällan stämde.", Equality = "Lika för kvinnor och män. Alla i nattpersonalen var kvinnor.", StaffView = "Vi litade inte på larmen och gick runt ändå.",
                Tried = "Sju madrasser som larmar när någon stiger upp, i sex veckor på en avdelning.", Went = "Larmen gick för ofta. De boende väcktes lika mycket som förut.",
                Learnt = "Ett larm som ofta har fel är sämre än inget. Den som sover lätt behöver ett annat stöd än en larmande säng.", Otherwise = "Prova en natt på en plats först, och fråga leverantören hur många falska larm som är vanligt.",
            },
        },
    ];
}
