using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>
/// Versions that are no longer asked for but may be answered in older cases: kept, word for word, so that those answers can be read with their questions. A
/// version that only gained something (a hint, a question) needs no entry; its answers are read by the newer one.
/// </summary>
internal static class EarlierForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        new(FormKeys.Baseline, 1, "Nollmätning", "Hur är det i dag? Det är måttet som effekten jämförs med.",
        [
            Field.Text("matt", "Vad mäter ni?", required: true),
            Field.Text("metod", "Hur mäter ni?", required: true),
            Field.Number("varde", "Värde i dag", "Lämna tomt om mätningen inte är gjord än.", min: 0),
            Field.Text("enhet", "Enhet", "Minuter per natt, antal per vecka", required: true),
            Field.Date("datum", "Mätt, eller ska mätas, den", required: true),
            Field.Text("kalla", "Källa", required: true),
        ]),
        Free("test", "Underlag för testbeslut", "Vad ska prövas, hur, med vilka risker, och när slutar ni?"),
        Free("utvardering", "Underlag efter test", "Vad blev resultatet jämfört med nollmätningen, och vad sa de som var med?"),
        Free("inforande", "Beslutsunderlag", "Vad föreslås, vad kostar det, och vad betyder det för jämställdhet och tillgänglighet?"),
        Free("overlamning", "Överlämning", "Vad är infört, vilken rutin är ändrad och vem följer upp?"),
        Free("effekt", "Effekt", "Blev det som ni tänkte? Jämför med nollmätningen."),
    ];

    /// <summary>In version 1 of the workflow each later gate had one free question.</summary>
    private static FormDefinition Free(string suffix, string title, string question) =>
        new("underlag-" + suffix, 1, title, "Skriv kort, eller länka till underlaget där det finns.",
        [
            Field.LongText("underlag", question, required: true, maxLength: 10_000),
            Field.Link("lank", "Länk eller diarienummer till handlingen"),
        ]);
}
