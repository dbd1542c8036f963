using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

internal enum BenefitStatus
{
    Unknown,
    Reached,
    OnTheWay,
    NotReached,
}

/// <summary>One benefit, as planned and as it became.</summary>
/// <param name="Change">From the value before, in percent; null when there is none to compare with, or when it was zero.</param>
/// <param name="Share">How much of the way to the goal, in percent; null when the goal is the value before.</param>
/// <param name="MissingSplit">It is a measure of people, and not told for women and men.</param>
internal sealed record OutcomeRow(
    string Name, string? Measure, decimal? Before, decimal? Goal, decimal? Now, decimal? Women, decimal? Men, decimal? PlannedMoney, decimal? Money, BenefitStatus Status, decimal? Change, decimal? Share, bool OfPeople, bool MissingSplit, BenefitKind Kind);

/// <summary>What a follow-up found against what was planned. Pure.</summary>
internal sealed record FollowUpResult(IReadOnlyList<OutcomeRow> Rows, string? Why, string? Next, DateOnly? MeasuredOn, string? Sentence)
{
    public decimal? Realised => Rows.Any(row => row.Money is not null) ? Rows.Sum(row => row.Money ?? 0) : null;

    public int Reached => Rows.Count(row => row.Status == BenefitStatus.Reached);

    public int MissingSplit => Rows.Count(row => row.MissingSplit);

    public static FollowUpResult Of(Answers answers) => new(
        [.. answers.Rows("utfall").Where(row => row.Number("varde") is not null).Select(RowOf)], answers.Text("varfor"), answers.Text("gor"), BenefitContent.Day(answers.Text("datum")), answers.Text("utfall") is { Length: > 0 } said ? said : null);

    public void WriteTo(FollowUp followUp) =>
        (followUp.RealisedPerYear, followUp.Reached, followUp.Benefits, followUp.MissingSplit) = (Realised, Reached, Rows.Count, MissingSplit);

    private static OutcomeRow RowOf(Answers row)
    {
        var (before, goal, now) = (row.Number("utgang"), row.Number("mal"), row.Number("varde"));
        var (women, men, people) = (row.Number("varde-kvinnor"), row.Number("varde-man"), row.Text("personer") == "ja");
        return new(
            row.Text("nytta") ?? "–", row.Text("matt"), before, goal, now, women, men, row.Number("kronor"), row.Number("kronor-nu"), StatusOf(row.Text("lage")),
            before is { } was && was != 0 ? Percent(now - was, Math.Abs(was)) : null, goal is { } wanted && before is { } from && wanted != from ? Percent(now - from, wanted - from) : null, people, people && (women is null || men is null), BenefitContent.KindOf(row.Text("slag")));
    }

    private static decimal? Percent(decimal? part, decimal whole) => part is { } known ? Math.Round(known / whole * 100, 0, MidpointRounding.AwayFromZero) : null;

    private static BenefitStatus StatusOf(string? code) => code switch { "natt" => BenefitStatus.Reached, "pa-vag" => BenefitStatus.OnTheWay, "inte" => BenefitStatus.NotReached, _ => BenefitStatus.Unknown };
}
