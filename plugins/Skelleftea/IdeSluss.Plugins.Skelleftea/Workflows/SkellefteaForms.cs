using IdeSluss.Sdk.Forms;

namespace IdeSluss.Plugins.Skelleftea.Workflows;

/// <summary>Evidence that only Skellefteå asks for.</summary>
internal static class SkellefteaForms
{
    public const string ParticipationLog = "delaktighetslogg";
    public const string EasyConsent = "skelleftea-lattlast-samtycke";

    /// <summary>Question of <see cref="ParticipationLog"/>: the minority council is asked when the answer is yes.</summary>
    public const string MinorityLanguage = "minoritetssprak";

    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        new(ParticipationLog, 2, "Delaktighetslogg", "Hur kunde personer med funktionsnedsättning vara med och påverka? Små bord, en samtalsledare och en som antecknar fungerar ofta bra.",
        [
            Field.Rows("tillfallen", "Tillfällen",
            [
                Field.Date("datum", "Datum", required: true),
                Field.Number("deltagare", "Hur många deltog?", required: true, min: 1),
                Field.Text("form", "Hur gick det till?", "Till exempel små bord, bildstöd eller intervju hemma.", required: true),
                Field.LongText("kom-fram", "Vad kom fram?", "Inga namn.", required: true, maxLength: 2_000),
            ], minRows: 1, maxRows: 10),
            Field.LongText("stod", "Vilket stöd fick de som deltog?", "Till exempel bildstöd, lättläst text, tolk eller mer tid.", required: true),
            Field.YesNo("politiker", "Var en politiker med och lyssnade?"),
            Field.YesNo(MinorityLanguage, "Rör idén finska, samiska eller ett annat nationellt minoritetsspråk?", "Är svaret ja frågar ni också minoritetsrådet.", required: true),
        ]),
        new(EasyConsent, 1, "Samtycke som går att förstå", "Den som deltar i ett test ska förstå vad hen säger ja till.",
        [
            Field.MultiChoice("former", "Vilka former av samtycke finns?", [new("lattlast", "Lättläst text"), new("bildstod", "Bildstöd"), new("muntligt", "Muntlig genomgång"), new("annat-sprak", "Annat språk")], required: true),
            Field.Link("lank", "Var finns texterna?", "Adress eller diarienummer.", required: true),
        ]),
    ];
}
