using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Programmes;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Tests.Programmes;

/// <summary>What must agree in a programme's plan, and which year a day belongs to.</summary>
public class ProgrammePlanTests
{
    [Fact]
    public void A_programme_from_the_first_of_December_to_the_first_of_December_three_years_on_has_three_years()
    {
        var plan = Plan();
        Assert.Equal(3, plan.Years);
        Assert.Empty(ProgrammeRules.Check(plan, "ram"));
        Assert.Equal(8_072_500, plan.Budget.Sum());
    }

    [Theory]
    [InlineData("2016-11-30", null)]
    [InlineData("2016-12-01", 1)]
    [InlineData("2017-11-30", 1)]
    [InlineData("2017-12-01", 2)]
    [InlineData("2018-12-01", 3)]
    [InlineData("2019-12-01", 3)]
    [InlineData("2019-12-02", null)]
    public void A_day_belongs_to_one_year(string day, int? year)
    {
        var plan = Plan();
        Assert.Equal(year, plan.YearOf(DateOnly.Parse(day, null)));
        if (year is { } known) Assert.InRange(DateOnly.Parse(day, null), plan.DaysOf(known).From, plan.DaysOf(known).To);
    }

    [Theory]
    [InlineData("2690800,2690850,2690849", "saknas")]
    [InlineData("2690800,2690850,2690851", "mer än hela budgeten")]
    [InlineData("8072500", "{0} år långt men budgeten har {1} rader")]
    public void The_years_add_up_to_the_whole_budget(string years, string why) =>
        Assert.Contains(why, Assert.Single(ProgrammeRules.Check(Plan(years: years.Split(',')), "ram")).Message.Key, StringComparison.Ordinal);

    [Theory]
    [InlineData("2017-05-01", "2017-04-30", 1, "slutar innan den börjar")]
    [InlineData("2016-05-01", "2017-04-30", 1, "utanför programmet")]
    [InlineData("2017-05-01", "2020-04-30", 1, "utanför programmet")]
    [InlineData("2017-05-01", "2017-06-30", 3, "ingen fas nummer")]
    public void An_activity_lies_within_the_programme_and_ends_after_it_begins(string from, string to, int phase, string why) =>
        Assert.Contains(why, Assert.Single(ProgrammeRules.Check(Plan(activity: (from, to, phase)), "arbete")).Message.Key, StringComparison.Ordinal);

    [Fact]
    public void A_programme_does_not_end_before_it_begins() => Assert.Equal("slut", Assert.Single(ProgrammeRules.Check(Plan(end: "2016-11-30"), "ram")).Field);

    [Theory]
    [InlineData(2, 1, "parter.1.namn")]
    [InlineData(1, 4, "bidrag.0.ar")]
    [InlineData(9, 1, "bidrag.0.part")]
    public void Contributions_are_of_a_partner_and_a_year_that_there_are(int partner, int year, string field) =>
        Assert.Contains(ProgrammeRules.Check(Plan(contribution: (partner, year), twice: field.StartsWith("parter", StringComparison.Ordinal)), "parter"), error => error.Field == field);

    [Fact]
    public void The_first_year_needs_no_decision_and_of_several_for_a_year_the_latest_holds()
    {
        Assert.True(ProgrammeRules.MaySpend(1, []));
        Assert.False(ProgrammeRules.MaySpend(2, []));
        Assert.False(ProgrammeRules.MaySpend(2, [Decision(2, granted: false, day: 1)]));
        Assert.True(ProgrammeRules.MaySpend(2, [Decision(2, granted: true, day: 3), Decision(2, granted: false, day: 1)]));
        Assert.False(ProgrammeRules.MaySpend(3, [Decision(2, granted: true, day: 3)]));
    }

    private static RenewalDecision Decision(int year, bool granted, int day) => new()
    {
        Id = Guid.CreateVersion7(), ProgrammeId = Guid.Empty, Year = year, Granted = granted, DecidedOn = new DateOnly(2017, 11, day), DecidedBy = "Kommunstyrelsen", Paragraph = "§ 1", RecordedById = Guid.Empty,
        RecordedAt = new DateTimeOffset(2017, 11, day, 9, 0, 0, TimeSpan.Zero),
    };

    private static ProgrammePlan Plan(string[]? years = null, string end = "2019-12-01", (string From, string To, int Phase)? activity = null, (int Partner, int Year)? contribution = null, bool twice = false)
    {
        var work = new JsonObject { ["faser"] = new JsonArray(new JsonObject { ["namn"] = "Start", ["start"] = "2016-12-01", ["slut"] = "2017-06-30" }) };
        if (activity is { } given) work["aktiviteter"] = new JsonArray(new JsonObject { ["namn"] = "Kurs", ["fas"] = $"{given.Phase}", ["start"] = given.From, ["slut"] = given.To, ["lage"] = "planerad" });
        var partners = new JsonObject { ["parter"] = new JsonArray(new JsonObject { ["namn"] = "Kommunen" }, new JsonObject { ["namn"] = twice ? "kommunen" : "Universitetet" }) };
        if (contribution is { } put) partners["bidrag"] = new JsonArray(new JsonObject { ["part"] = $"{put.Partner}", ["ar"] = $"{put.Year}", ["slag"] = "tid", ["belopp"] = "1000" });
        return ProgrammePlan.Of(new Answers(ProgrammeFrames.Frame(years, end)), new Answers(work), Answers.Empty, new Answers(partners));
    }
}

internal static class ProgrammeFrames
{
    public static JsonObject Frame(string[]? years = null, string end = "2019-12-01", string start = "2016-12-01") => new()
    {
        ["namn"] = "Idésluss för hållbar samhällsutveckling", ["syfte"] = "En kultur som tar vara på idéer.", ["start"] = start, ["slut"] = end, ["budget"] = "8072500",
        ["ar"] = new JsonArray([.. (years ?? ["2690800", "2690850", "2690850"]).Select(amount => new JsonObject { ["belopp"] = amount })]),
    };
}
