using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Tracks Gör nu and Liten: one sentence, one page, and one question at each later gate.</summary>
internal static class LightForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        new(FormKeys.DoNow, 1, "Gör nu", "En mening räcker.",
        [
            Field.LongText("gjort", "Vad gjordes?", "Skriv så att idégivaren förstår. Texten blir en del av svaret.", required: true, maxLength: 500),
        ]),
        new(FormKeys.SmallIdea, 1, "Liten idé på en sida", "Fyll i det du vet. En länk eller en fil i ert system duger som svar.",
        [
            Field.LongText("andring", "Vad ska ändras?", required: true, maxLength: 1_000),
            Field.Text("for-vem", "För vem blir det bättre?", required: true),
            Field.Text("ansvarig", "Vem gör det?", "Roll eller namn på den som ansvarar.", required: true),
            Field.Date("klart", "När ska det vara klart?", required: true),
            Field.YesNo("test", "Behöver idén testas först?", required: true),
            Field.Text("test-behovs-inte", "Test behövs inte, därför att …", required: true, when: Condition.Is("test", "nej")),
            Field.LongText("test-hur", "Hur testar ni, och vad gör att ni slutar?", required: true, maxLength: 1_000, when: Condition.Is("test", "ja")),
            Field.Text("effekt", "Hur märker ni om sex månader att det blev bättre?", required: true),
        ]),
        new(FormKeys.SmallTest, 1, "Så gick testet", "Skriv som du skulle berätta för en kollega.",
        [
            Field.Carried("test-hur", "Så skulle ni testa", FormKeys.SmallIdea, "test-hur"),
            Field.LongText("resultat", "Hur gick det, och vad lärde ni er?", required: true, maxLength: 1_000),
        ]),
        new(FormKeys.SmallHandover, 1, "Klart att använda", "En mening räcker.",
        [
            Field.LongText("klart", "Vad är på plats, och vem sköter det?", required: true, maxLength: 1_000),
        ]),
        new(FormKeys.SmallFollowUp, 1, "Blev det bättre?", "Efter sex månader. En mening räcker.",
        [
            Field.Carried("effekt", "Så skulle ni märka det", FormKeys.SmallIdea, "effekt"),
            Field.LongText("utfall", "Blev det bättre? Hur vet ni det?", required: true, maxLength: 1_000),
        ]),
    ];
}
