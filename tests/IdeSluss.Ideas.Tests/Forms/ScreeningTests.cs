using System.Text.Json.Nodes;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using Xunit;

namespace IdeSluss.Ideas.Tests.Forms;

/// <summary>The screening's decision tables, case by case. Answers are written <c>fråga=svar</c>, several choices with <c>+</c>; what is left out is unanswered.</summary>
public class ScreeningTests
{
    private const string Development = "manniskor=ja hogskola=nej publicera=nej ny-kunskap=nej";
    private const string Research = "manniskor=ja hogskola=nej publicera=nej ny-kunskap=ja";
    private const string Device = "produkt=ja medicinskt-syfte=ja";
    private const string OwnMade = Device + " ce=nej tillverkare=egen egen-villkor=";
    private const string Watched = " nodvandigt=Inget_annat_hjälper_här samtycke-overvakning=ja tvang=nej";
    private const string Supplier = "leverantor=ja neutralitet=Alla_får_veta_samma_sak";

    [Theory]
    [InlineData("forskning", "EJ_AKTUELL", "manniskor=nej")]
    [InlineData("forskning", null, "")]
    [InlineData("forskning", null, "manniskor=ja hogskola=nej")]
    [InlineData("forskning", "FORSKNING", "manniskor=ja hogskola=ja publicera=nej ny-kunskap=nej")]
    [InlineData("forskning", "FORSKNING", "manniskor=vet-inte hogskola=nej publicera=ja ny-kunskap=vet-inte")]
    [InlineData("forskning", "FORSKNING", Research)]
    [InlineData("forskning", "OKLART", "manniskor=ja hogskola=nej publicera=nej ny-kunskap=vet-inte")]
    [InlineData("forskning", "VERKSAMHETSUTVECKLING", Development)]
    [InlineData("etik", "EJ_AKTUELL", "manniskor=nej")]
    [InlineData("etik", "BEHOVS_INTE", Development)]
    [InlineData("etik", null, Research)]
    [InlineData("etik", "PROVNING_KRAVS", Research + " etik-skal=kansliga")]
    [InlineData("etik", "PROVNING_KRAVS", Research + " etik-skal=paverkan+skada")]
    [InlineData("etik", "FORSKNING_UTAN_PROVNING", Research + " etik-skal=inget")]
    [InlineData("etik", "OKLART", "manniskor=ja hogskola=vet-inte publicera=nej ny-kunskap=nej")]
    [InlineData("dpia", "EJ_AKTUELL", "personuppgifter=nej")]
    [InlineData("dpia", null, "personuppgifter=ja")]
    [InlineData("dpia", null, "personuppgifter=vet-inte")]
    [InlineData("dpia", "KRAVS_INTE", "personuppgifter=ja dpia-kriterier=inget")]
    [InlineData("dpia", "KRAVS_INTE", "personuppgifter=ja dpia-kriterier=utsatta")]
    [InlineData("dpia", "KRAVS", "personuppgifter=ja dpia-kriterier=utsatta+kansliga")]
    [InlineData("dpia", "KRAVS", "personuppgifter=vet-inte dpia-kriterier=bedomning+automatiskt+overvakning+kansliga+stor-skala+samkorning+utsatta+ny-teknik+hindrar")]
    [InlineData("forhandssamrad", "KRAVS_INTE", "personuppgifter=nej")]
    [InlineData("forhandssamrad", null, "personuppgifter=ja dpia-kriterier=utsatta+kansliga")]
    [InlineData("forhandssamrad", "KRAVS", "personuppgifter=ja dpia-kriterier=utsatta+kansliga dpia-restrisk=hog")]
    [InlineData("forhandssamrad", "KRAVS_INTE", "personuppgifter=ja dpia-kriterier=utsatta+kansliga dpia-restrisk=godtagbar")]
    [InlineData("mdr", "EJ_AKTUELL", "produkt=nej")]
    [InlineData("mdr", "INTE_MEDICINTEKNISK", "produkt=ja medicinskt-syfte=nej")]
    [InlineData("mdr", "OKLART", "produkt=vet-inte medicinskt-syfte=vet-inte")]
    [InlineData("mdr", "CE_MARKT", Device + " ce=ja ce-anvisning=ja")]
    [InlineData("mdr", "UTANFOR_ANVISNINGEN", Device + " ce=ja ce-anvisning=nej")]
    [InlineData("mdr", "OKLART", Device + " ce=ja ce-anvisning=vet-inte")]
    [InlineData("mdr", "OKLART", Device + " ce=vet-inte")]
    [InlineData("mdr", "KLINISK_PROVNING", Device + " ce=nej tillverkare=leverantor")]
    [InlineData("mdr", "OKLART", Device + " ce=nej tillverkare=vet-inte")]
    [InlineData("mdr", "EGENTILLVERKAD", OwnMade + "vardgivare+samma+inte-industriell+marknad+ivo")]
    [InlineData("mdr", "EGENTILLVERKAD_UTAN_STOD", OwnMade + "vardgivare+samma+inte-industriell+marknad")]
    [InlineData("mdr", "EGENTILLVERKAD_UTAN_STOD", OwnMade + "inget")]
    [InlineData("arbetsmiljo", "EJ_AKTUELL", "arbete=nej")]
    [InlineData("arbetsmiljo", "KRAVS", "arbete=ja")]
    [InlineData("arbetsmiljo", "KRAVS", "arbete=vet-inte")]
    [InlineData("mbl", "EJ_AKTUELL", "arbete=nej")]
    [InlineData("mbl", "EJ_AKTUELL", "arbete=ja storre=nej")]
    [InlineData("mbl", "KRAVS", "arbete=ja storre=ja")]
    [InlineData("mbl", "OKLART", "arbete=ja storre=vet-inte")]
    [InlineData("overvakning", "EJ_AKTUELL", "teknik=nej")]
    [InlineData("overvakning", "EJ_AKTUELL", "teknik=ja teknik-vilka=ai")]
    [InlineData("overvakning", "TILLATEN", "teknik=ja teknik-vilka=position" + Watched)]
    [InlineData("overvakning", "UTAN_JA", "teknik=ja teknik-vilka=kamera samtycke-overvakning=nej tvang=nej")]
    [InlineData("overvakning", "TVANG", "teknik=ja teknik-vilka=position samtycke-overvakning=ja tvang=ja")]
    [InlineData("overvakning", null, "teknik=ja teknik-vilka=ljud samtycke-overvakning=ja")]
    [InlineData("ai", "EJ_AKTUELL", "teknik=vet-inte teknik-vilka=kamera")]
    [InlineData("ai", "FORBJUDEN", "teknik=ja teknik-vilka=ai ai-forbjudet=ja")]
    [InlineData("ai", "OKLART", "teknik=ja teknik-vilka=ai ai-forbjudet=nej ai-hogrisk=vet-inte")]
    [InlineData("ai", "HOG_RISK", "teknik=ja teknik-vilka=ai ai-forbjudet=nej ai-hogrisk=ja")]
    [InlineData("ai", "OPPENHET", "teknik=ja teknik-vilka=ai ai-forbjudet=nej ai-hogrisk=nej ai-moter=ja")]
    [InlineData("ai", "LAG_RISK", "teknik=ja teknik-vilka=ai ai-forbjudet=nej ai-hogrisk=nej ai-moter=nej")]
    [InlineData("upphandling", "EJ_AKTUELL", "leverantor=nej")]
    [InlineData("upphandling", "LIKA_VILLKOR", Supplier + " lika-information=ja avtal=ja jav=nej")]
    [InlineData("upphandling", "JAV", Supplier + " jav=vet-inte")]
    [InlineData("upphandling", "UTAN_AVTAL", Supplier + " lika-information=ja avtal=nej jav=nej")]
    [InlineData("upphandling", "OLIKA_VILLKOR", Supplier + " lika-information=nej avtal=ja jav=nej")]
    public void The_answers_decide(string table, string? outcome, string answers) =>
        Assert.Equal(outcome, Decide(table, answers).Rule?.Outcome);

    [Theory]
    [InlineData("etik", Research + " etik-skal=kansliga", "etik-dnr=2026-01-01 etik-datum=2026-02-02 etik-giltigt-till=2028-02-02", "etikprövning krävs. Skriv in godkännandets diarienummer.")]
    [InlineData("dpia", "personuppgifter=ja dpia-kriterier=utsatta+kansliga", "dpia-datum=2026-02-02 dpia-rad=Gör_så dpia-restrisk=godtagbar", "DPIA krävs. Skriv in datum för godkänd DPIA.")]
    [InlineData("forhandssamrad", "personuppgifter=ja dpia-kriterier=utsatta+kansliga dpia-restrisk=hog", "imy-datum=2026-02-02", "risken för den enskilde är fortfarande hög. Samråd med IMY och skriv in datum för svaret.")]
    [InlineData("mdr", Device + " ce=nej tillverkare=leverantor", "lv-dnr=5.1.1-2026-1 lv-datum=2026-02-02 klinisk-etik-dnr=2026-1", "det är en klinisk prövning. Skriv in Läkemedelsverkets diarienummer.")]
    [InlineData("arbetsmiljo", "arbete=ja", "arbetsmiljo-datum=2026-02-02", "arbetet ändras. Bedöm riskerna för personalen och skriv in datum.")]
    [InlineData("mbl", "arbete=ja storre=ja", "mbl-datum=2026-02-02", "förändringen ska förhandlas med facket. Skriv in när det är klart.")]
    [InlineData("ai", "teknik=ja teknik-vilka=ai ai-forbjudet=nej ai-hogrisk=ja", "ai-kontroll=Enhetschefen", "AI med hög risk. Skriv in vem som granskar den och kan stoppa den.")]
    public void What_needs_an_approval_waits_for_it(string table, string answers, string approval, string says)
    {
        Assert.Equal((false, says), (Decide(table, answers).IsCleared, Decide(table, answers).Open?.Missing));
        Assert.True(Decide(table, $"{answers} {approval}").IsCleared);
    }

    [Fact]
    public void Six_answers_of_no_end_the_screening()
    {
        var screening = FormEvaluator.Evaluate(ScreeningForm.Definition, Written("manniskor=nej personuppgifter=nej produkt=nej arbete=nej teknik=nej leverantor=nej"));

        Assert.True(screening.IsCleared);
        Assert.Equal(6, screening.Asked.Count(question => question.Value == true));
    }

    [Fact]
    public void Nothing_of_this_cannot_be_ticked_together_with_something() =>
        Assert.Contains(FormEvaluator.Evaluate(ScreeningForm.Definition, Written("personuppgifter=ja dpia-kriterier=inget+utsatta")).Findings, finding => finding.Error.Field == "dpia-kriterier");

    private static DecisionResult Decide(string table, string answers) =>
        FormEvaluator.Evaluate(ScreeningForm.Definition, Written(answers)).Decisions.Single(result => result.Table.Key == table);

    private static Answers Written(string answers) => new(new JsonObject(
        from answer in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = answer.Split('=')
        let several = ScreeningForm.Definition.FieldOf(parts[0])!.Kind == FieldKind.MultiChoice
        select KeyValuePair.Create(parts[0], several ? (JsonNode?)new JsonArray([.. parts[1].Split('+').Select(choice => (JsonNode)choice)]) : parts[1].Replace('_', ' '))));
}
