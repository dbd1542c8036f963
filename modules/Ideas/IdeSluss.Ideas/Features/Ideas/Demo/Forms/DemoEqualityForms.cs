using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoEqualityForms
{
    private const string Affected = "beror";
    private const string NotRelevant = "inte-relevant";
    private const string Works = "fungerar";

    public static JsonObject Check(DemoFacts facts) => new()
    {
        ["relevans"] = Affected, ["statistik"] = Yes, ["statistik-svar"] = $"{facts.Study.Sexes}. Resultatet är redovisat för kvinnor och män var för sig.",
        ["analys"] = Yes, ["analys-svar"] = $"I testet: {facts.Need(facts.Study.Result, "study.result").Sexes}",
        ["mal"] = Yes, ["mal-svar"] = "Förslaget ger kvinnor och män hjälp på samma villkor, och minskar det arbete som anhöriga, oftast kvinnor, gör utan lön.",
        ["uppfoljning"] = Yes, ["uppfoljning-svar"] = "Enhetschefen följer upp kvinnor och män var för sig efter sex och tolv månader.",
    };

    public static JsonObject Mapping(DemoFacts facts) => new()
    {
        ["verksamheter"] = $"Det som idén gäller, och det som finns runt omkring i dag: {facts.Study.Today}", ["undersok"] = "Vilka som får hjälpen, och vem som gör jobbet när hjälpen inte kommer.",
        ["valj"] = "Vem som får hjälpen, för där är skillnaden lättast att ändra.", ["malgrupp"] = $"{facts.Study.Group}. Flera har nedsatt syn eller hörsel, och några talar inte svenska.",
        ["anvander"] = $"{facts.Study.Sexes}.", ["far"] = "Tiden räcker lika långt för alla. Männen ber mer sällan om hjälp, och får den därför senare.",
        ["konsekvenser"] = "Den som inte ber får vänta, och en anhörig, oftast en kvinna, gör det i stället.", ["onskad"] = "Alla får frågan, och ingen anhörig behöver ta vid.", ["andringar"] = "Fråga var och en, och räkna kvinnor och män var för sig.",
        ["atgarder"] = Rows(new JsonObject { ["mal"] = "Kvinnor och män får hjälp lika snabbt", ["atgard"] = "Frågan ställs till alla vid första samtalet", ["ansvarig"] = "Enhetschefen", ["foljs-upp"] = facts.On(180) }),
    };

    public static JsonObject Analysis(DemoFacts facts) => new()
    {
        ["realia"] = "Fler kvinnor än män har behovet, och de flesta som arbetar här är kvinnor. Männen ber mer sällan om hjälp.",
        ["realisera"] = Rows(new JsonObject { ["mal"] = "Alla får frågan", ["atgard"] = "Kontaktpersonen frågar var och en, i stället för att vänta på att någon ber om det", ["ansvarig"] = "Enhetschefen", ["klart"] = facts.On(90) }),
    };

    public static JsonObject Accessibility(DemoFacts facts) => new()
    {
        ["se"] = Works, ["hora"] = Works, ["rora-sig"] = Works, ["forsta"] = "behover", ["forsta-gor"] = facts.Need(facts.Study.Result, "study.result").Access,
        ["kommunicera"] = "behover", ["kommunicera-gor"] = "Informationen finns som text, på lätt svenska och med bilder.",
        ["intryck"] = NotRelevant, ["intryck-skal"] = "Förslaget ändrar inte ljud, ljus eller hur trångt det är.", ["digitalt"] = Works,
        ["utan-digitalt"] = Yes, ["utan-digitalt-hur"] = "Personalen hjälper till på plats och på telefon, och det finns på papper.",
        ["samrad"] = Yes, ["organisationer"] = Rows(new JsonObject { ["organisation"] = "Brukarrådet", ["datum"] = facts.On(-14), ["svar"] = "Rådet tycker att det är bra, och vill att den som säger nej aldrig ska behöva förklara varför." }),
    };

    public static JsonObject ChildrenAndMinorities(DemoFacts facts)
    {
        var answers = new JsonObject { ["barn"] = NotRelevant, ["barn-skal"] = "Förslaget gäller vuxna, och ändrar inget för deras barn.", ["minoriteter"] = NotRelevant, ["minoriteter-skal"] = "Förslaget är lika för alla, och informationen finns också på finska." };
        if (facts.Study.Minorities is not { } how) return answers;
        answers.Remove("minoriteter-skal");
        answers["minoriteter"] = Affected;
        answers["minoriteter-hur"] = how;
        answers["minoriteter-sager"] = "Vid ett samråd i höstas sa de att språket är viktigast när man är sjuk eller orolig.";
        answers["minoriteter-hansyn"] = "Det går alltid att be om en person som talar språket i stället.";
        return answers;
    }
}
