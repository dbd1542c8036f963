using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Ideas.Workflow;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoBenefitForms
{
    private const string FreedTime = "Tid som frigörs";
    private const int KronorPerHour = 350;

    public static JsonObject Calculation(DemoFacts facts)
    {
        var benefit = facts.Need(facts.Study.Benefit, "study.benefit");
        return new()
        {
            ["nyttor"] = Rows(Benefits(facts.Study, benefit)),
            ["kostnader"] = Rows(
                new() { ["kostnad"] = "Inköp och utbildning", ["typ"] = "engang", ["belopp"] = Number(benefit.OneOff) },
                new() { ["kostnad"] = "Drift och uppföljning", ["typ"] = "arlig", ["belopp"] = Number(benefit.Yearly) }),
            ["jamfort"] = benefit.Compared, ["horisont"] = "5", ["ranta"] = "3,5",
        };
    }

    public static JsonObject Chain(DemoFacts facts)
    {
        var study = facts.Study;
        return new()
        {
            ["resurser"] = study.Resources,
            ["kedja"] = Rows(new JsonObject
            {
                ["gor"] = study.Proposal, ["ger"] = study.Better, ["ett-ar"] = facts.Need(study.Benefit, "study.benefit").What, ["antagande"] = study.Believe, ["indikator"] = study.Measure.What,
                ["utgang"] = Written(study.Measure.Before, study.Measure.Unit), ["mal"] = Written(study.Measure.Goal, study.Measure.Unit), ["ansvarig"] = "Enhetschefen",
            }),
        };
    }

    /// <summary>As somebody writes it: these answers are text.</summary>
    private static string Written(decimal number, string unit) => string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{number:0.##} {unit}");

    /// <summary>The benefits' names, which the follow-up's rows go by, each with what became of it.</summary>
    public static IEnumerable<JsonObject> Outcomes(DemoStudy study, DemoBenefit benefit, DemoAfter after)
    {
        var reached = study.Measure.Better == "lagre" ? after.Value <= study.Measure.Goal : after.Value >= study.Measure.Goal;
        foreach (var planned in Benefits(study, benefit))
        {
            var name = (string)planned["nytta"]!;
            var row = new JsonObject { ["nytta"] = name, ["varde"] = name == FreedTime ? Number(decimal.Round(benefit.Hours * 0.9m)) : Number(after.Value), ["lage"] = name != FreedTime && reached ? "natt" : "pa-vag" };
            if (planned["kronor"] is not null) row["kronor-nu"] = Number(decimal.Round(decimal.Parse((string)planned["kronor"]!, System.Globalization.CultureInfo.InvariantCulture) * 0.9m));
            if ((string)planned["personer"]! == Yes) (row["varde-kvinnor"], row["varde-man"]) = (Number(after.Value), Number(after.Value));
            yield return row;
        }
    }

    private static IEnumerable<JsonObject> Benefits(DemoStudy study, DemoBenefit benefit)
    {
        var row = new JsonObject
        {
            ["nytta"] = benefit.What, ["slag"] = benefit.Kind, ["sakerhet"] = "gul", ["for-vem"] = "den-enskilde", ["matt"] = study.Measure.Unit, ["utgang"] = Number(study.Measure.Before), ["mal"] = Number(study.Measure.Goal),
            ["personer"] = YesNo(study.Measure.People), ["ansvarig"] = "Enhetschefen",
        };
        if (benefit.Kind != BenefitForms.Quality) row["kronor"] = Number(benefit.Kronor);
        if (benefit.Kind == BenefitForms.Redistribution) row["timmar"] = Number(benefit.Hours);
        yield return row;
        if (benefit.Kind == BenefitForms.Redistribution || benefit.Hours == 0) yield break;
        yield return new()
        {
            ["nytta"] = FreedTime, ["slag"] = BenefitForms.Redistribution, ["sakerhet"] = "gul", ["for-vem"] = "personal", ["matt"] = "timmar per år", ["utgang"] = "0", ["mal"] = Number(benefit.Hours), ["personer"] = No,
            ["kronor"] = Number(benefit.Hours * KronorPerHour), ["timmar"] = Number(benefit.Hours), ["ansvarig"] = "Enhetschefen",
        };
    }
}
