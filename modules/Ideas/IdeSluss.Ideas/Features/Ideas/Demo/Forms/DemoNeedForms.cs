using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoNeedForms
{
    public static JsonObject Sorting(DemoFacts facts)
    {
        var full = facts.Track == Tracks.Full;
        return new()
        {
            ["liknande"] = Yes, ["ratt-plats"] = Yes, ["jamstalldhet"] = full ? "vet-inte" : No, ["tillganglighet"] = full ? "vet-inte" : No, ["vard-risk"] = YesNo(full), ["kostnad"] = No,
            ["flera-enheter"] = YesNo(full && facts.Idea.Study?.Work == true),
        };
    }

    public static JsonObject IdeaCard(DemoFacts facts) => new() { ["idag"] = facts.Study.Today, ["forslag"] = facts.Study.Proposal, ["battre"] = facts.Study.Better };

    public static JsonObject NeedMap(DemoFacts facts) => new()
    {
        ["malgrupp"] = facts.Study.Group, ["situation"] = facts.Study.Situation,
        ["kontakter"] = Rows(facts.Study.Voices.Select(voice => new JsonObject { ["vem"] = voice[0], ["metod"] = voice[1], ["insikt"] = voice[2] })),
        ["styrka"] = "belagt",
    };

    public static JsonObject StakeholderMap(DemoFacts facts) => new()
    {
        ["aktorer"] = Rows(
            new() { ["aktor"] = facts.Study.Group, ["intresse"] = facts.Study.Better, ["inflytande"] = "3", ["medverkan"] = "Är med i samtal och provar själva" },
            new() { ["aktor"] = "Personalen", ["intresse"] = facts.Study.Resources, ["inflytande"] = "4", ["medverkan"] = "Är med i arbetsgruppen" },
            new() { ["aktor"] = "Enhetschefen", ["intresse"] = "Att det går att fortsätta med efteråt", ["inflytande"] = "5", ["medverkan"] = "Beslutar och avsätter tid" }),
    };

    public static JsonObject Focus(DemoFacts facts) => new() { ["fokus"] = facts.Study.Focus };

    public static JsonObject Baseline(DemoFacts facts)
    {
        var measure = facts.Study.Measure;
        var row = new JsonObject
        {
            ["matt"] = measure.What, ["metod"] = measure.How, ["varde"] = Number(measure.Before), ["enhet"] = measure.Unit, ["datum"] = facts.On(-6), ["kalla"] = measure.Source, ["personer"] = YesNo(measure.People),
        };
        if (measure is { People: true, WomenValue: { } women, MenValue: { } men }) (row["varde-kvinnor"], row["varde-man"]) = (Number(women), Number(men));
        return new() { ["matt"] = Rows(row) };
    }

    public static JsonObject GenderRepresentation(DemoFacts facts) => new()
    {
        ["representation-berorda"] = facts.Study.Sexes, ["representation-beslut"] = "Fyra kvinnor och tre män är med i arbetet. Enhetschefen beslutar.", ["resurser"] = facts.Study.Resources,
    };

    public static JsonObject Commitment(DemoFacts facts) => new() { ["coach"] = "Idécoachen", ["timmar"] = "40", ["deltagare"] = "Två medarbetare, en enhetschef och en som har behovet" };
}
