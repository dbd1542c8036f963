using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <param name="Year">0 is the start, when the costs that come once are paid; the rest falls at each year's end.</param>
/// <param name="Factor">What a krona of that year is worth today.</param>
/// <param name="Sum">All years so far, worth today.</param>
/// <param name="Lowest">The same with benefits a fifth smaller and drawbacks a fifth larger.</param>
internal sealed record YearLine(int Year, decimal Money, decimal Cost, decimal Factor, decimal Now, decimal Sum, decimal Lowest, decimal Highest);

internal enum WhatIf
{
    /// <summary>Benefits a fifth smaller and drawbacks a fifth larger; and the other way round.</summary>
    Benefits,
    Costs,

    /// <summary>The rate two percentage points up, and down.</summary>
    Rate,

    /// <summary>The benefits come one year later than planned.</summary>
    OneYearLate,

    /// <summary>Only the benefits that are certain, with every drawback.</summary>
    OnlyCertain,
}

/// <param name="Better">Null where there is only one way to look at it.</param>
internal sealed record WhatIfLine(WhatIf What, decimal Worse, decimal? Better);

/// <param name="Money">Kronor a year.</param>
/// <param name="Quality">How many benefits that are not counted in money.</param>
internal sealed record StakeholderLine(string Stakeholder, decimal Money, decimal Redistribution, decimal Hours, int Quality, int Drawbacks);

/// <summary>
/// What the benefits and costs come to: money at its worth today, beside time and quality, never one number alone (<c>domain.md</c> 3.3). The net counts money only, as the form of the case does; what freed time is worth
/// stands beside it, since nobody can pay a bill with it. Pure.
/// </summary>
internal sealed record Calculation(
    int Years, decimal Rate, decimal OneOff, decimal Yearly, decimal Money, decimal Redistribution, decimal Hours, decimal Net, decimal NetWithTime, int? PaidBackIn, IReadOnlyList<YearLine> Lines, IReadOnlyList<WhatIfLine> WhatIfs,
    IReadOnlyList<StakeholderLine> Stakeholders)
{
    public const int MostYears = 20;
    public const decimal HighestRate = 20;
    public const decimal Fifth = 0.2m;
    private const decimal RateStep = 2;

    /// <summary>Sums that no idea of a municipality comes near: a slip of the hand.</summary>
    private const decimal MostMoney = 100_000_000_000;

    /// <summary>False when what it gives is not money: then there is no sum to wait for, only what it costs.</summary>
    public required bool GivesMoney { get; init; }

    public WhatIfLine Of(WhatIf what) => WhatIfs.First(line => line.What == what);

    /// <returns>A number that can be trusted, or why there is none.</returns>
    public static Outcome<Calculation> Of(BenefitContent content)
    {
        if (content.Benefits.Count == 0) return Problem.Conflict("Det finns ingen nyttokalkyl än. Fyll i nyttor och kostnader i underlaget Nyttokalkyl.");
        if (content.Years is not { } horizon || horizon < 1 || horizon > MostYears) return Problem.Conflict(new Text("Kalkylen går inte att räkna: antalet år ska vara från 1 till {0}. Rätta det i underlaget Nyttokalkyl.", MostYears));
        if (content.Rate is not { } rate || rate < 0 || rate > HighestRate) return Problem.Conflict(new Text("Kalkylen går inte att räkna: kalkylräntan ska vara från 0 till {0} procent. Rätta den i underlaget Nyttokalkyl.", HighestRate));
        if (content.Benefits.Any(one => Math.Abs(one.MoneyPerYear) > MostMoney || Math.Abs(one.HoursPerYear) > MostMoney) || content.Costs.Any(one => one.Amount is < 0 or > MostMoney))
            return Problem.Conflict("Kalkylen går inte att räkna: ett belopp är orimligt stort, eller en kostnad är mindre än noll. Rätta det i underlaget Nyttokalkyl.");
        return Made(content, (int)horizon, rate);
    }

    private static Calculation Made(BenefitContent content, int years, decimal rate)
    {
        var money = content.Benefits.Where(one => one.Kind == BenefitKind.Money).ToList();
        var (gains, losses) = (money.Sum(one => Math.Max(one.MoneyPerYear, 0)), money.Sum(one => Math.Min(one.MoneyPerYear, 0)));
        var (once, yearly) = (content.Costs.Where(one => !one.Yearly).Sum(one => one.Amount), content.Costs.Where(one => one.Yearly).Sum(one => one.Amount));
        var flow = new Flow(years, rate, gains, losses, once, yearly);
        var redistribution = content.Benefits.Where(one => one.Kind == BenefitKind.Redistribution).Sum(one => one.MoneyPerYear);
        var lines = flow.Lines();
        var certain = money.Where(one => one.Certainty == Certainty.Certain).Sum(one => Math.Max(one.MoneyPerYear, 0));
        return new(
            years, rate, once, yearly, gains + losses, redistribution, content.Benefits.Sum(one => one.HoursPerYear), flow.Net, flow.Net + redistribution * Flow.Annuity(years, rate), PaidBack(lines), lines,
            [
                new(WhatIf.Benefits, flow.Worse.Net, flow.Better.Net),
                new(WhatIf.Costs, (flow with { Once = once * (1 + Fifth), Yearly = yearly * (1 + Fifth) }).Net, (flow with { Once = once * (1 - Fifth), Yearly = yearly * (1 - Fifth) }).Net),
                RateLine(flow),
                new(WhatIf.OneYearLate, (flow with { Late = 1 }).Net, null),
                new(WhatIf.OnlyCertain, (flow with { Gains = certain }).Net, null),
            ],
            [.. content.Benefits.GroupBy(one => one.Stakeholder).Select(group => new StakeholderLine(
                group.Key, group.Where(one => one.Kind == BenefitKind.Money).Sum(one => one.MoneyPerYear), group.Where(one => one.Kind == BenefitKind.Redistribution).Sum(one => one.MoneyPerYear), group.Sum(one => one.HoursPerYear),
                group.Count(one => one is { Kind: BenefitKind.Quality, Drawback: false }), group.Count(one => one.Drawback)))]) { GivesMoney = money.Count > 0 };
    }

    /// <summary>The year from which the money is never missing again.</summary>
    private static int? PaidBack(IReadOnlyList<YearLine> lines) => lines.LastOrDefault(line => line.Sum < 0) is not { } last ? 0 : last.Year < lines[^1].Year ? last.Year + 1 : null;

    /// <summary>A higher rate is worse where the benefits come after the costs, which need not be so.</summary>
    private static WhatIfLine RateLine(Flow flow)
    {
        var (up, down) = ((flow with { Rate = flow.Rate + RateStep }).Net, (flow with { Rate = Math.Max(0, flow.Rate - RateStep) }).Net);
        return new(WhatIf.Rate, Math.Min(up, down), Math.Max(up, down));
    }

    /// <param name="Late">Years in which the gains do not come yet.</param>
    private sealed record Flow(int Years, decimal Rate, decimal Gains, decimal Losses, decimal Once, decimal Yearly, int Late = 0)
    {
        public decimal Net => (Losses - Yearly) * Annuity(Years, Rate) + Gains * (Annuity(Years, Rate) - Annuity(Late, Rate)) - Once;

        public Flow Worse => this with { Gains = Gains * (1 - Fifth), Losses = Losses * (1 + Fifth) };

        public Flow Better => this with { Gains = Gains * (1 + Fifth), Losses = Losses * (1 - Fifth) };

        /// <summary>What one krona at each year's end is worth today.</summary>
        public static decimal Annuity(int years, decimal rate) => Enumerable.Range(1, years).Sum(year => Discount(year, rate));

        private static decimal Discount(int year, decimal rate) => Enumerable.Range(1, year).Aggregate(1m, (worth, _) => worth / (1 + rate / 100));

        public IReadOnlyList<YearLine> Lines() =>
        [
            .. Enumerable.Range(0, Years + 1).Select(year => new YearLine(
                year, year == 0 ? 0 : Gains + Losses, year == 0 ? Once : Yearly, Discount(year, Rate), year == 0 ? -Once : (Gains + Losses - Yearly) * Discount(year, Rate), SumTo(year), Worse.SumTo(year), Better.SumTo(year))),
        ];

        private decimal SumTo(int year) => (this with { Years = year }).Net;
    }
}
