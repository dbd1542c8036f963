using IdeSluss.Sdk.Forms;

namespace IdeSluss.Plugins.Pitea.Workflows;

/// <summary>Evidence that only Piteå asks for.</summary>
internal static class PiteaForms
{
    public const string PanelResult = "panelresultat";

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
    ];
}
