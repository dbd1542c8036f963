using System.Text.Json.Nodes;
using IdeSluss.Sdk.Workflows;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoResultForms
{
    public static JsonObject Report(DemoFacts facts)
    {
        var measure = facts.Study.Measure;
        var result = facts.Need(facts.Study.Result, "study.result");
        var report = new JsonObject
        {
            ["resultat"] = Rows(new JsonObject
            {
                ["matt"] = measure.What, ["resultat"] = Number(measure.After ?? measure.Before), ["n"] = Number(measure.N), ["osakerhet"] = measure.Unsure, ["kalla"] = measure.Source,
            }),
            ["deltagare"] = Rows(Group(facts, "kvinnor", result.Women).Concat(Group(facts, "man", result.Men))),
            ["deltagarna"] = result.Said, ["personalen"] = result.Staff, ["latthet"] = Number(result.Ease), ["tillganglighet"] = result.Access, ["jamstalldhet"] = result.Sexes,
            ["kostnad"] = Number(result.Cost), ["kostnad-per"] = result.Per, ["avvikelser"] = No, ["rekommendation"] = Recommendation(facts.Outcome), ["darfor"] = result.Because,
        };
        if (result.Unexpected is not null) report["ovantat"] = result.Unexpected;
        if (facts.Study.Data is not null) report["uppgifter-klara"] = Yes;
        return report;
    }

    public static JsonObject Lesson(DemoFacts facts)
    {
        var lesson = facts.Study.Lesson ?? FromResult(facts.Study, facts.Need(facts.Study.Result, "study.result"));
        return new()
        {
            ["provade"] = lesson.Tried, ["gick"] = lesson.Went, ["larde"] = lesson.Learned, ["annorlunda"] = lesson.Different, ["rad"] = lesson.Advice, ["fraga"] = "Idéslussen", ["inga-namn"] = Yes,
        };
    }

    /// <summary>An idea that was carried out has taught something too.</summary>
    private static DemoLesson FromResult(DemoStudy study, DemoResult result) =>
        new(study.Proposal, result.Because, result.Unexpected ?? result.Staff, study.After?.Why ?? result.Access, study.Spread?.Works ?? study.Better);

    private static IEnumerable<JsonObject> Group(DemoFacts facts, string group, IReadOnlyList<int> counts) => counts[0] == 0 ? [] :
    [
        new() { ["grupp"] = group, ["alder"] = facts.Study.Ages, ["borjade"] = Number(counts[0]), ["fullfoljde"] = Number(counts[1]), ["slutade"] = Number(counts[0] - counts[1]) },
    ];

    private static string Recommendation(GateOutcome? outcome) => outcome switch
    {
        { Kind: OutcomeKind.Back } => "testa-igen",
        { Negative: true } => "avsluta",
        _ => "ga-vidare",
    };
}
