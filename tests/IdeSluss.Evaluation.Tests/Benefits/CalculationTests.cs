using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;

namespace IdeSluss.Evaluation.Tests.Benefits;

/// <summary>Every number against one that was worked out by hand.</summary>
public class CalculationTests
{
    private static PlannedBenefit Benefit(decimal money, BenefitKind kind = BenefitKind.Money, Certainty certainty = Certainty.Likely, decimal hours = 0, string to = "verksamheten", bool drawback = false) =>
        new("Nytta", kind, certainty, to, "kronor", null, null, null, null, false, money, hours, "Chefen", drawback || money < 0);

    private static BenefitContent Content(decimal? years, decimal? rate, PlannedCost[] costs, params PlannedBenefit[] benefits) => new(benefits, costs, null, null, [], null, null, years, rate);

    private static Calculation Made(BenefitContent content)
    {
        Assert.False(Calculation.Of(content).Failed(out var problem, out var made), problem?.Message.Key);
        return made!;
    }

    /// <summary>100 000 a year, 200 000 once and 20 000 a year, five years at 3.5 per cent: a krona a year is worth 4.51505237509 today.</summary>
    private static Calculation FiveYears => Made(Content(5, 3.5m, [new("Inköp", false, 200_000), new("Drift", true, 20_000)], Benefit(100_000)));

    [Fact]
    public void Money_further_ahead_is_worth_less_today()
    {
        Assert.Equal(161_204.19m, decimal.Round(FiveYears.Net, 2));
        Assert.Equal([-200_000m, -122_705.31m, -48_024.46m, 24_130.96m, 93_846.34m, 161_204.19m], FiveYears.Lines.Select(line => decimal.Round(line.Sum, 2)));
        Assert.Equal(3, FiveYears.PaidBackIn);
        Assert.Equal(FiveYears.Net, FiveYears.Lines[^1].Sum);
    }

    [Fact]
    public void What_if_tells_the_worse_and_the_better()
    {
        (decimal, decimal?) Of(WhatIf what) => (decimal.Round(FiveYears.Of(what).Worse, 2), FiveYears.Of(what).Better is { } better ? decimal.Round(better, 2) : null);
        Assert.Equal((70_903.14m, 251_505.24m), Of(WhatIf.Benefits));
        Assert.Equal((103_143.98m, 219_264.40m), Of(WhatIf.Costs));
        // 5.5 per cent: 4.27028448; 1.5 per cent: 4.78264497.
        Assert.Equal((141_622.76m, 182_611.60m), Of(WhatIf.Rate));
        Assert.Equal((64_585.83m, (decimal?)null), Of(WhatIf.OneYearLate));
        // None of it is certain: only what it costs is left.
        Assert.Equal((-290_301.05m, (decimal?)null), Of(WhatIf.OnlyCertain));
    }

    [Fact]
    public void Without_a_rate_it_is_plain_addition_and_what_never_comes_back_is_said()
    {
        var made = Made(Content(3, 0, [new("Inköp", false, 350_000)], Benefit(100_000)));
        Assert.Equal((-50_000m, (int?)null), (made.Net, made.PaidBackIn));
        Assert.Equal(0, Made(Content(3, 0, [], Benefit(100_000))).PaidBackIn);
    }

    [Fact]
    public void A_drawback_lessens_the_sum_and_grows_when_things_go_worse()
    {
        var made = Made(Content(2, 0, [], Benefit(50_000), Benefit(-10_000)));
        Assert.Equal(80_000m, made.Net);
        // 2 × (40 000 − 12 000) and 2 × (60 000 − 8 000).
        Assert.Equal((56_000m, (decimal?)104_000m), (made.Of(WhatIf.Benefits).Worse, made.Of(WhatIf.Benefits).Better));
        // Nothing but drawbacks: a fifth worse is more of them, never less.
        var only = Made(Content(1, 0, [], Benefit(-10_000)));
        Assert.Equal((-12_000m, (decimal?)-8_000m), (only.Of(WhatIf.Benefits).Worse, only.Of(WhatIf.Benefits).Better));
    }

    [Fact]
    public void Freed_time_stands_beside_the_money_and_never_in_it()
    {
        var made = Made(Content(2, 0, [new("Inköp", false, 30_000)], Benefit(10_000), Benefit(35_000, BenefitKind.Redistribution, hours: 100, to: "personal"), Benefit(0, BenefitKind.Quality, to: "den-enskilde")));
        Assert.Equal((-10_000m, 60_000m, 100m, 35_000m), (made.Net, made.NetWithTime, made.Hours, made.Redistribution));
        Assert.Equal([("verksamheten", 10_000m, 0m, 0), ("personal", 0m, 35_000m, 0), ("den-enskilde", 0m, 0m, 1)], made.Stakeholders.Select(line => (line.Stakeholder, line.Money, line.Redistribution, line.Quality)));
    }

    [Fact]
    public void Only_what_is_certain_counts_as_certain_with_every_drawback() =>
        Assert.Equal(2 * (30_000m - 5_000m), Made(Content(2, 0, [], Benefit(30_000, certainty: Certainty.Certain), Benefit(90_000, certainty: Certainty.Uncertain), Benefit(-5_000))).Of(WhatIf.OnlyCertain).Worse);

    [Theory]
    [InlineData(0d, 3.5)]
    [InlineData(21d, 3.5)]
    [InlineData(-5d, 3.5)]
    [InlineData(5d, -0.1)]
    [InlineData(5d, 20.1)]
    [InlineData(null, 3.5)]
    [InlineData(5d, null)]
    public void A_horizon_or_a_rate_that_nobody_means_gives_no_number_and_says_what_to_mend(double? years, double? rate)
    {
        Assert.True(Calculation.Of(Content((decimal?)years, (decimal?)rate, [], Benefit(1))).Failed(out var problem, out _));
        Assert.StartsWith("Kalkylen går inte att räkna", problem.Message.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_nobody_means_gives_no_number()
    {
        Assert.True(Calculation.Of(Content(5, 3, [], Benefit(decimal.MaxValue))).Failed(out _, out _));
        Assert.True(Calculation.Of(Content(5, 3, [new("Inköp", false, -1)], Benefit(1))).Failed(out _, out _));
        Assert.True(Calculation.Of(Content(5, 3, [])).Failed(out _, out _));
    }

    [Fact]
    public void The_worse_is_never_better_than_planned_and_the_sum_is_what_each_year_adds()
    {
        var amounts = Gen.Choose(-1_000_000, 1_000_000).Select(number => (decimal)number);
        var contents =
            from years in Gen.Choose(1, 20)
            from rate in Gen.Choose(0, 200)
            from gains in amounts.ListOf()
            from once in Gen.Choose(0, 5_000_000)
            from yearly in Gen.Choose(0, 500_000)
            select Content(years, rate / 10m, [new("Inköp", false, once), new("Drift", true, yearly)], [Benefit(1_000), .. gains.Select(gain => Benefit(gain))]);
        Prop.ForAll(contents.ToArbitrary(), content =>
        {
            var made = Made(content);
            return made.WhatIfs.Where(line => line.Better is not null).All(line => line.Worse <= made.Net + 0.001m && made.Net <= line.Better + 0.001m)
                && Math.Abs(made.Lines.Sum(line => line.Now) - made.Net) < 0.01m && made.Lines.All(line => line.Lowest <= line.Sum && line.Sum <= line.Highest);
        }).QuickCheckThrowOnFailure();
    }
}
