using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

/// <summary>The six questions, and those that a yes opens.</summary>
internal static class DemoScreening
{
    public static JsonObject Answers(DemoFacts facts)
    {
        var study = facts.Study;
        var answers = People();
        foreach (var (key, value) in Data(facts, study).Concat(Health(study)).Concat(Work(facts, study)).Concat(Technology(study)).Concat(Supplier(study))) answers[key] = value;
        return answers;
    }

    private static JsonObject People() => new()
    {
        ["manniskor"] = Yes, ["hogskola"] = No, ["publicera"] = No, ["ny-kunskap"] = No, ["etik-frivilligt"] = Yes, ["etik-information"] = Yes,
        ["etik-utsatta"] = "Den som har svårt att säga nej. En kontaktperson frågar två gånger, med en dag emellan.",
        ["etik-makt"] = "De som är med får hjälp av personalen. Därför frågar någon från en annan enhet.",
        ["etik-misslyckas"] = "Allt blir som förut samma dag, och hjälpen är densamma.",
        ["etik-foretradare"] = "God man eller förvaltare, när det ingår i uppdraget.",
    };

    private static Dictionary<string, JsonNode?> Data(DemoFacts facts, DemoStudy study) => study.Data is null ? new() { ["personuppgifter"] = No } : new()
    {
        ["personuppgifter"] = Yes, ["dpia-kriterier"] = List("utsatta", "ny-teknik"), ["dpia-datum"] = facts.On(-4),
        ["dpia-rad"] = "Samla bara in det som behövs, och ta bort uppgifterna när testet är utvärderat.", ["dpia-restrisk"] = "godtagbar",
    };

    private static Dictionary<string, JsonNode?> Health(DemoStudy study) => study.Product is null ? new() { ["produkt"] = No } : new()
    {
        ["produkt"] = Yes, ["medicinskt-syfte"] = No, ["mdr-motivering"] = study.Product,
    };

    private static Dictionary<string, JsonNode?> Work(DemoFacts facts, DemoStudy study) => !study.Work ? new() { ["arbete"] = No } : new()
    {
        ["arbete"] = Yes, ["arbetsmiljo-datum"] = facts.On(-3), ["skyddsombud"] = Yes, ["storre"] = No,
    };

    private static Dictionary<string, JsonNode?> Technology(DemoStudy study) => study.Tech is null ? new() { ["teknik"] = No } : new()
    {
        ["teknik"] = Yes, ["teknik-vilka"] = List(study.Tech), ["nodvandigt"] = study.TechWhy, ["samtycke-overvakning"] = Yes, ["tvang"] = No,
    };

    private static Dictionary<string, JsonNode?> Supplier(DemoStudy study) => study.Supplier is null ? new() { ["leverantor"] = No } : new()
    {
        ["leverantor"] = Yes, ["neutralitet"] = study.Supplier, ["lika-information"] = Yes, ["avtal"] = Yes, ["jav"] = No,
    };
}
