using System.Globalization;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

internal sealed record PlannedPhase(string Name, DateOnly From, DateOnly To);

/// <param name="Phase">Number of its phase, from 1; null for none.</param>
/// <param name="Audience">Value of a <see cref="ProgrammeForms.Audiences"/>.</param>
/// <param name="State">Value of a <see cref="ProgrammeForms.States"/>.</param>
internal sealed record PlannedActivity(string Name, int? Phase, string? Audience, DateOnly From, DateOnly To, string State, string? Result);

/// <summary>What is assumed and measured between two steps of the effect logic.</summary>
internal sealed record Arrow(int At, string Assumption, string? Measure, string? Baseline, string? Target, string? Now);

internal sealed record Partner(string Name, string? Role);

/// <param name="Partner">Number of the partner, from 1.</param>
internal sealed record PlannedContribution(int Partner, int Year, string Kind, decimal Amount);

/// <summary>A programme's plan as it is written. Pure.</summary>
internal sealed record ProgrammePlan(
    string Name, string Purpose, IReadOnlyList<string> Expected, string? Funder, DateOnly Start, DateOnly End, decimal Total, IReadOnlyList<decimal> Budget, IReadOnlyList<string?> BudgetFor, IReadOnlyList<PlannedPhase> Phases,
    IReadOnlyList<PlannedActivity> Activities, IReadOnlyDictionary<string, IReadOnlyList<string>> Steps, IReadOnlyList<Arrow> Arrows, IReadOnlyList<Partner> Partners, IReadOnlyList<PlannedContribution> Contributions)
{
    public static ProgrammePlan Of(Programme one) => Of(Answers.Parse(one.Frame), Answers.Parse(one.Work), Answers.Parse(one.Effects), Answers.Parse(one.Partners));

    public static ProgrammePlan Of(Answers frame, Answers work, Answers effects, Answers partners) => new(
        frame.Text("namn") ?? "", frame.Text("syfte") ?? "", Lines(frame.Text("forvantat")), frame.Text("finansiar"), Day(frame, "start"), Day(frame, "slut"), frame.Number("budget") ?? 0,
        [.. frame.Rows("ar").Select(row => row.Number("belopp") ?? 0)], [.. frame.Rows("ar").Select(row => row.Text("om"))],
        [.. work.Rows("faser").Select(row => new PlannedPhase(row.Text("namn") ?? "", Day(row, "start"), Day(row, "slut")))],
        [.. work.Rows("aktiviteter").Select(row => new PlannedActivity(row.Text("namn") ?? "", (int?)row.Number("fas"), row.Text("for"), Day(row, "start"), Day(row, "slut"), row.Text("lage") ?? "planerad", row.Text("resultat")))],
        ProgrammeForms.Steps.ToDictionary(step => step.Key, step => Lines(effects.Text(step.Key))),
        [.. effects.Rows("pilar").Select(row => new Arrow((int)(row.Number("pil") ?? 1), row.Text("antagande") ?? "", row.Text("matt"), row.Text("fran"), row.Text("mal"), row.Text("nu")))],
        [.. partners.Rows("parter").Select(row => new Partner(row.Text("namn") ?? "", row.Text("roll")))],
        [.. partners.Rows("bidrag").Select(row => new PlannedContribution((int)(row.Number("part") ?? 0), (int)(row.Number("ar") ?? 0), row.Text("slag") ?? "annat", row.Number("belopp") ?? 0))]);

    /// <summary>How many years the programme has; the last may be shorter. One that ends on its anniversary ("1 December to 1 December") does not begin another.</summary>
    public int Years
    {
        get
        {
            var years = 1;
            while (Start.AddYears(years) < End) years++;
            return years;
        }
    }

    /// <summary>Which year of the programme the day lies in, from 1; null outside it.</summary>
    public int? YearOf(DateOnly day)
    {
        if (day < Start || day > End) return null;
        var year = 1;
        while (year < Years && Start.AddYears(year) <= day) year++;
        return year;
    }

    public (DateOnly From, DateOnly To) DaysOf(int year) => (Start.AddYears(year - 1), year == Years ? End : Start.AddYears(year).AddDays(-1));

    private static DateOnly Day(Answers answers, string field) => DateOnly.TryParseExact(answers.Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    private static IReadOnlyList<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
