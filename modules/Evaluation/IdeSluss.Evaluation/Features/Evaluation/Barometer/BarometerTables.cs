using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>Answers about what came into use, as tables: pure. All of them count the same answers, so that they bear one name and share their sum: what one hides no other tells.</summary>
internal static class BarometerTables
{
    private static readonly string[] YesNo = ["ja", "nej"];

    /// <param name="units">Units there are.</param>
    /// <param name="innovative">Those of them in which something came into use in the last two years.</param>
    public static IReadOnlyList<StatTable> Of(string quarter, IReadOnlyList<Answers> answers, int units, int innovative) =>
    [
        // A unit is innovative in many quarters: they have no sum.
        new(Indicator.Innovative, quarter, [Dimensions.Outcome], [new(["ja"], innovative), new(["nej"], units - innovative)], AddsUp: false),
        .. BarometerForm.Questions.SelectMany(question => question.AllowsSeveral ? Several(quarter, question, answers) : [One(quarter, question, answers)]),
    ];

    /// <summary>Who has not answered a question does not know.</summary>
    private static StatTable One(string quarter, BarometerQuestion question, IReadOnlyList<Answers> answers) => new(
        Indicator.Innovations, quarter, [question.Dimension],
        [.. question.Field.Options.Select(option => new StatCount([option.Value], answers.Count(one => (one.Text(question.Field.Key) ?? BarometerForm.Unknown) == option.Value)))]);

    private static IEnumerable<StatTable> Several(string quarter, BarometerQuestion question, IReadOnlyList<Answers> answers) =>
        from option in question.Field.Options
        select new StatTable(Indicator.Innovations, quarter, [question.Of(option)], [.. YesNo.Select(yes => new StatCount([yes], answers.Count(one => one.Texts(question.Field.Key).Contains(option.Value) == (yes == "ja"))))]);
}
