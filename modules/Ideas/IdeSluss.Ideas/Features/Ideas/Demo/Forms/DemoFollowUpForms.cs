using System.Text.Json.Nodes;
using static IdeSluss.Ideas.Features.Ideas.Demo.Forms.Filled;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

internal static class DemoFollowUpForms
{
    public static JsonObject SixMonths(DemoFacts facts) => After(facts, -90);

    public static JsonObject TwelveMonths(DemoFacts facts) => After(facts, -1);

    public static JsonObject Spread(DemoFacts facts) => facts.Study.Spread is not { } spread
        ? new() { ["sprids"] = No, ["sprids-inte"] = "Det passar bara här, för ingen annan enhet har samma förutsättningar." }
        : new() { ["sprids"] = Yes, ["till"] = spread.To, ["nytt"] = spread.New, ["fungerar"] = spread.Works, ["ersatter"] = spread.Replaced, ["andrades"] = spread.Changed, ["sparar"] = spread.Saves };

    private static JsonObject After(DemoFacts facts, int days)
    {
        var after = facts.Need(facts.Study.After, "study.after");
        return new()
        {
            ["datum"] = facts.On(days), ["utfall"] = Rows(DemoBenefitForms.Outcomes(facts.Study, facts.Need(facts.Study.Benefit, "study.benefit"), after)), ["varfor"] = after.Why, ["gor"] = after.Next,
        };
    }
}
