using IdeSluss.Sdk.Forms;

namespace IdeSluss.Plugins.Pitea.Workflows;

/// <summary>Evidence that only Piteå asks for.</summary>
internal static class PiteaForms
{
    public const string PanelResult = "panelresultat";
    public const string CouncilHearing = "pitea-radssamrad";
    public const string NurseSignature = "pitea-mas-riskanalys";

    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        new(PanelResult, 1, "Resultat från PiteåPanelen", "Har panelen fått frågan? Fråga tidigt, medan svaret kan påverka.",
        [
            Field.YesNo("fragad", "Har PiteåPanelen fått en fråga om behovet?", required: true),
            Field.Date("datum", "När ställdes frågan?", when: Condition.Is("fragad", "ja")),
            Field.Number("svar", "Hur många svarade?", min: 0, when: Condition.Is("fragad", "ja")),
            Field.LongText("resultat", "Vad sa panelen?", "Sammanfatta utan namn och utan citat som kan kännas igen.", when: Condition.Is("fragad", "ja")),
            Field.Link("lank", "Var finns resultatet?", "Adress eller diarienummer.", when: Condition.Is("fragad", "ja")),
        ]),
        new(CouncilHearing, 1, "Samråd med råden", "Pensionärsrådet och tillgänglighetsrådet får tycka till innan beslut.",
        [
            Field.MultiChoice("rad", "Vilka råd har fått frågan?", [new("pensionarsradet", "Pensionärsrådet"), new("tillganglighetsradet", "Tillgänglighetsrådet"), new("inget", "Inget råd ännu")], required: true),
            Field.Date("datum", "När?", when: Condition.Is("rad", "pensionarsradet", "tillganglighetsradet")),
            Field.LongText("svar", "Vad sa råden?", when: Condition.Is("rad", "pensionarsradet", "tillganglighetsradet")),
        ]),
        new(NurseSignature, 1, "MAS har godkänt riskanalysen", "I äldreomsorgen läser medicinskt ansvarig sjuksköterska (MAS) riskanalysen före test.",
        [
            Field.YesNo("godkand", "Har MAS godkänt riskanalysen?", required: true, returns: new("nej", "MAS behöver godkänna riskanalysen innan test.")),
            Field.Date("datum", "Datum", required: true),
            Field.LongText("villkor", "Villkor från MAS", "Till exempel att testet görs dagtid."),
        ]),
    ];
}
