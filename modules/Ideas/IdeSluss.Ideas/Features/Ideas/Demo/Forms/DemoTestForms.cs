using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoTestForms
{
    /// <summary>From the day a plan is made until its test begins.</summary>
    private const int DaysToStart = 7;

    public static JsonObject Concept(DemoFacts facts) => new()
    {
        ["varde"] = facts.Study.Better, ["hur"] = facts.Study.How,
        ["antaganden"] = Rows(
            new() { ["antagande"] = facts.Study.Believe, ["om-fel"] = "faller", ["prova"] = facts.Study.Tryout },
            new() { ["antagande"] = "personalen hinner med det i vardagen", ["om-fel"] = "andras", ["prova"] = "Vi provar en vecka och frågar" }),
    };

    public static JsonObject Plan(DemoFacts facts)
    {
        var study = facts.Study;
        var end = DaysToStart + (7 * study.Weeks);
        var plan = new JsonObject
        {
            ["tror"] = study.Hypothesis, ["for-vem"] = study.Group, ["leder-till"] = study.Leads,
            ["kriterier"] = Rows(new JsonObject { ["matt"] = study.Measure.What, ["riktning"] = study.Measure.Better, ["grans"] = Number(study.Measure.Goal) }),
            ["stopp"] = study.Stop, ["upplagg"] = "fore-efter", ["metod"] = study.Method, ["start"] = facts.On(DaysToStart), ["slut"] = facts.On(end),
            ["ansvariga"] = "Testledaren leder. Enhetschefen bestämmer om något händer.", ["timmar"] = Number(study.StaffHours),
            ["antal"] = Number(study.Participants), ["vilka"] = study.Who, ["fraga"] = "Kontaktpersonen berättar med bilder, lämnar en lättläst text och frågar igen dagen efter.",
            ["kontakt"] = "Enhetens telefon, dygnet runt", ["efterat"] = "Den som vill fortsätter tills enheten har beslutat. Annars blir det som förut.",
            ["utvardering"] = "Samtal med var och en, med bildstöd. Kvinnor och män redovisas var för sig.",
        };
        if (study.Data is not null)
            plan["uppgifter"] = Rows(new JsonObject
            {
                ["uppgift"] = study.Data, ["andamal"] = "Kunna jämföra före och efter", ["grund"] = "allmant-intresse", ["vem"] = "Testledaren och enhetschefen", ["var"] = "I enhetens skyddade mapp", ["tas-bort"] = facts.On(end + 60),
            });
        return plan;
    }

    public static JsonObject Risks(DemoFacts facts)
    {
        var risk = facts.Need(facts.Study.Risk, "study.risk");
        return new()
        {
            ["risker"] = Rows(
                new() { ["handelse"] = risk[0], ["orsak"] = risk[1], ["konsekvens"] = risk[2], ["sannolikhet"] = risk[3], ["atgard"] = risk[4], ["vem"] = risk[5], ["klart"] = facts.On(14), ["kvar"] = "3" },
                new() { ["handelse"] = "Testet tar mer tid än planerat", ["orsak"] = "Någon i personalen är sjuk", ["konsekvens"] = "2", ["sannolikhet"] = "2" }),
        };
    }

    public static JsonObject Consent(DemoFacts facts) => new()
    {
        ["sprak"] = List("sv", "fi", "en"), ["former"] = List("text", "lattlast", "bildstod", "muntligt"), ["innehall"] = List("frivilligt", "angra", "hjalp", "vad", "uppgifter", "kontakt"),
        ["lank"] = "Pärm 4 på enheten", ["foretradare"] = "god-man",
    };

    public static JsonObject Maturity(string need, string technology, string work, string law, string benefit, string money) => new()
    {
        ["behov"] = need, ["teknik"] = technology, ["verksamhet"] = work, ["juridik"] = law, ["nytta"] = benefit, ["finansiering"] = money,
    };
}
