using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Tests.Benefits;

/// <summary>Planned against realised, worked out by hand.</summary>
public class FollowUpResultTests
{
    private static OutcomeRow Row(string json) => Assert.Single(FollowUpResult.Of(Answers.Parse($$"""{ "utfall": [{{json}}] }""")).Rows);

    [Theory]
    // From 40 to 22, with 20 as the goal: 45 per cent less, nine tenths of the way.
    [InlineData("40", "20", "22", -45.0, 90.0)]
    [InlineData("50", "75", "60", 20.0, 40.0)]
    [InlineData("-10", "10", "0", 100.0, 50.0)]
    [InlineData("40", "20", "44", 10.0, -20.0)]
    // Nothing before: there is no percentage of nothing, but the way to the goal can be told.
    [InlineData("0", "120", "108", null, 90.0)]
    // The goal is where one stood: there is no way to measure.
    [InlineData("5", "5", "5", 0.0, null)]
    [InlineData("0", "0", "0", null, null)]
    public void A_change_is_told_where_there_is_something_to_compare_with(string before, string goal, string now, double? change, double? share)
    {
        var row = Row($$"""{ "nytta": "A", "utgang": "{{before}}", "mal": "{{goal}}", "varde": "{{now}}", "lage": "natt" }""");
        Assert.Equal(((decimal?)change, (decimal?)share), (row.Change, row.Share));
    }

    [Theory]
    [InlineData("ja", "1", null, true)]
    [InlineData("ja", null, null, true)]
    [InlineData("ja", "1", "2", false)]
    [InlineData("nej", null, null, false)]
    public void A_measure_of_people_that_is_not_told_for_women_and_men_is_flagged(string people, string? women, string? men, bool missing) =>
        Assert.Equal(missing, Row($$"""{ "nytta": "A", "varde": "1", "personer": "{{people}}" {{(women is null ? "" : $", \"varde-kvinnor\": \"{women}\"")}} {{(men is null ? "" : $", \"varde-man\": \"{men}\"")}} }""").MissingSplit);

    [Fact]
    public void What_is_not_counted_in_kronor_has_no_sum()
    {
        Assert.Null(FollowUpResult.Of(Answers.Parse("""{ "utfall": [{ "nytta": "A", "varde": "1" }] }""")).Realised);
        Assert.Equal(70m, FollowUpResult.Of(Answers.Parse("""{ "utfall": [{ "nytta": "A", "varde": "1", "kronor-nu": "100" }, { "nytta": "B", "varde": "1", "kronor-nu": "-30" }, { "nytta": "C", "varde": "2" }] }""")).Realised);
    }

    [Theory]
    [InlineData(2026, 8, 31, 2027, 2, 28)]
    [InlineData(2028, 2, 29, 2028, 8, 29)]
    public void Six_months_after_the_last_of_a_month_is_the_last_of_a_month(int year, int month, int day, int toYear, int toMonth, int toDay) =>
        Assert.Equal(new DateOnly(toYear, toMonth, toDay), FollowUpSchedule.Of(Tracks.Full, new(year, month, day))[0].Due);

    [Fact]
    public void A_small_idea_is_asked_about_once() => Assert.Equal([FormKeys.SmallFollowUp], FollowUpSchedule.Of(Tracks.Small, new(2026, 1, 1)).Select(one => one.Form));
}
