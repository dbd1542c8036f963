using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

internal enum BenefitKind
{
    /// <summary>Money that is saved or comes in.</summary>
    Money,

    /// <summary>Time or something else that can be used better, valued in money.</summary>
    Redistribution,

    /// <summary>Not counted in money.</summary>
    Quality,
}

internal enum Certainty
{
    Unknown,
    Certain,
    Likely,
    Uncertain,
}

/// <param name="Stakeholder">Code: <c>personal</c>.</param>
/// <param name="OfPeople">The measure is of people: followed up for women and men.</param>
/// <param name="MoneyPerYear">Below zero when it costs.</param>
/// <param name="Drawback">Something that gets worse for somebody.</param>
internal sealed record PlannedBenefit(
    string Name, BenefitKind Kind, Certainty Certainty, string Stakeholder, string? Measure, decimal? Baseline, DateOnly? BaselineDay, decimal? Target, DateOnly? TargetDay, bool OfPeople, decimal MoneyPerYear, decimal HoursPerYear,
    string? Owner, bool Drawback);

internal sealed record PlannedCost(string Name, bool Yearly, decimal Amount);

/// <summary>From what is done to the effect, with what must hold on the way and what shows it.</summary>
internal sealed record ChainStep(string? Does, string? Gives, string? WithinYear, string? WithinThree, string? Later, string? Assumption, string? Indicator, string? Baseline, string? Target, string? Owner);

/// <summary>What an idea is to give and cost, as the forms of its case say it: asked once, there.</summary>
/// <param name="Reference">Where the chain is found, when it was answered by a reference.</param>
/// <param name="Years">Null while it is not answered.</param>
/// <param name="Rate">Percent a year.</param>
internal sealed record BenefitContent(
    IReadOnlyList<PlannedBenefit> Benefits, IReadOnlyList<PlannedCost> Costs, string? Need, string? Resources, IReadOnlyList<ChainStep> Chain, string? Reference, string? Compared, decimal? Years, decimal? Rate)
{
    /// <summary>The forms that it is read from: kept as they are when the idea goes live.</summary>
    public static readonly string[] Forms = [FormKeys.BenefitCalculation, FormKeys.EffectChain, FormKeys.Focus, FormKeys.SmallIdea];

    public bool IsEmpty => Benefits.Count == 0 && Costs.Count == 0 && Chain.Count == 0 && Reference is null;

    public static BenefitContent Of(FormFacts facts)
    {
        var calculation = facts.Of(FormKeys.BenefitCalculation)?.Answers ?? Answers.Empty;
        var chain = facts.Of(FormKeys.EffectChain)?.Answers ?? Answers.Empty;
        return new(
            [.. calculation.Rows("nyttor").Where(row => row.Text("nytta") is not null).Select(BenefitOf)],
            [.. calculation.Rows("kostnader").Where(row => row.Number("belopp") is not null).Select(row => new PlannedCost(row.Text("kostnad") ?? "–", row.Text("typ") == "arlig", row.Number("belopp")!.Value))],
            facts.Of(FormKeys.Focus)?.Answers.Text("fokus"), chain.Text("resurser"), [.. chain.Rows("kedja").Select(StepOf)], chain.Reference is { } reference ? $"{chain.Text(Answers.ReferenceSaysKey)} ({reference})" : null,
            calculation.Text("jamfort"), calculation.Number("horisont"), calculation.Number("ranta"));
    }

    private static PlannedBenefit BenefitOf(Answers row) => new(
        row.Text("nytta")!,
        KindOf(row.Text("slag")),
        row.Text("sakerhet") switch { "gron" => Certainty.Certain, "gul" => Certainty.Likely, "rod" => Certainty.Uncertain, _ => Certainty.Unknown },
        row.Text("for-vem") ?? "andra", row.Text("matt"), row.Number("utgang"), Day(row.Text("utgang-datum")), row.Number("mal"), Day(row.Text("mal-datum")), row.Text("personer") == "ja",
        row.Number("kronor") ?? 0, row.Number("timmar") ?? 0, row.Text("ansvarig"), row.Text("nackdel") == "ja" || row.Number("kronor") < 0);

    /// <param name="code">As the forms of the case say it.</param>
    public static BenefitKind KindOf(string? code) => code switch { "ekonomisk" => BenefitKind.Money, "omfordelning" => BenefitKind.Redistribution, _ => BenefitKind.Quality };

    private static ChainStep StepOf(Answers row) => new(
        row.Text("gor"), row.Text("ger"), row.Text("ett-ar"), row.Text("tre-ar"), row.Text("langre"), row.Text("antagande"), row.Text("indikator"), row.Text("utgang"), row.Text("mal"), row.Text("ansvarig"));

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
