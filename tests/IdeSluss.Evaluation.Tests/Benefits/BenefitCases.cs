using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Benefits;

/// <summary>Ideas whose benefit is calculated: the forms are filled in as people fill them in.</summary>
internal static class BenefitCases
{
    public static object Row(string name, string kind = "ekonomisk", object? money = null, string people = "nej", object? hours = null, string certainty = "gul", string to = "verksamheten", object? before = null, string? measured = null, string? reachedBy = null, string? drawback = null) =>
        new Dictionary<string, object?>
        {
            ["nytta"] = name, ["slag"] = kind, ["sakerhet"] = certainty, ["for-vem"] = to, ["matt"] = "minuter per natt", ["utgang"] = before ?? 40, ["utgang-datum"] = measured, ["mal"] = 20, ["mal-datum"] = reachedBy, ["personer"] = people,
            ["kronor"] = money, ["timmar"] = hours, ["nackdel"] = drawback, ["ansvarig"] = "Enhetschefen",
        }.Where(pair => pair.Value is not null).ToDictionary();

    public static object Calculation(params object[] benefits) => Calculation("5", "3.5", benefits);

    public static object Calculation(object years, object rate, params object[] benefits) => new Dictionary<string, object>
    {
        ["nyttor"] = benefits,
        ["kostnader"] = new[] { new { kostnad = "Inköp", typ = "engang", belopp = 200_000 }, new { kostnad = "Drift", typ = "arlig", belopp = 20_000 } },
        ["jamfort"] = "Att inte göra något.", ["horisont"] = years, ["ranta"] = rate,
    };

    public static readonly object Chain = new Dictionary<string, object>
    {
        ["resurser"] = "Två personer en dag i veckan.",
        ["kedja"] = new[]
        {
            new Dictionary<string, string> { ["gor"] = "Sätter in digitala lås", ["ger"] = "Kortare väg", ["ett-ar"] = "Mer tid hos den enskilde", ["antagande"] = "Låsen fungerar i kyla", ["indikator"] = "Minuter i bil", ["utgang"] = "40", ["mal"] = "20", ["ansvarig"] = "Enhetschefen" },
        },
    };

    public static async Task<(int Status, System.Text.Json.JsonElement Body)> FillAsync(this Visitor visitor, string number, string form, object answers, bool complete = true) =>
        await visitor.JsonAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{form}?complete={(complete ? "true" : "false")}", answers);

    /// <summary>A case before the decision to introduce it, with its calculation and its chain.</summary>
    public static async Task<string> CalculatedAsync(this JudgingHost host, string text, params object[] benefits)
    {
        var number = await host.WaitingAsync(text, Stages.DecisionBasis);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var (form, answers) in new[] { (FormKeys.BenefitCalculation, Calculation(benefits.Length > 0 ? benefits : [Row("Kortare väg", money: 100_000)])), (FormKeys.EffectChain, Chain) })
        {
            var (status, body) = await coach.FillAsync(number, form, answers);
            Assert.True(status == 204, body.ToString());
        }

        return number;
    }
}
