using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

/// <summary>How it goes in one authority.</summary>
/// <param name="InTime">Told within two working days, of all decisions.</param>
internal sealed record AuthorityFigures(string Code, string Name, PublishedCell HandedIn, Share? InTime, PublishedCell Decisions);

/// <summary>The share of women's ideas that went on less men's; null unless both may be told.</summary>
internal sealed record GenderGap(Share Women, Share Men, decimal Value, decimal Lowest, decimal Highest);

/// <param name="Women">Of those who decided and have said their sex.</param>
internal sealed record DashboardView(StatisticsView Statistics, IReadOnlyList<AuthorityFigures> Own, GenderGap? Gap, Share? Women);

/// <summary>Settled figures for those who work with ideas: their own authorities', and all together to compare with. They have been let out by the same way as everyone's.</summary>
internal sealed class ReadDashboard(ReadStatistics statistics, IOrganisation organisation, CurrentUser me)
{
    public async Task<Outcome<DashboardView>> FindAsync(string? period, CancellationToken cancellationToken)
    {
        var mine = await MineAsync(cancellationToken);
        if ((await statistics.FindAsync(period, [.. mine.Select(one => one.Code)], cancellationToken)).Failed(out var problem, out var view)) return problem;
        return new DashboardView(
            view,
            [
                .. mine.Select(one => (One: one, Part: new FigurePart(Dimensions.Authority, one.Code))).Select(pair => new AuthorityFigures(
                    pair.One.Code, pair.One.Name, view.Cell(Indicator.HandedIn, pair.Part), WriteSections.Row(PartName.Own(pair.One.Name), view, Indicator.Told, pair.Part).Share, view.Cell(Indicator.Told, pair.Part))),
            ],
            GapOf(view), Shares.Of(view.Cell(Indicator.Deciders, new FigurePart(Dimensions.Sex, "kvinna")), view.Cell(Indicator.Deciders)));
    }

    public static GenderGap? GapOf(StatisticsView view)
    {
        Share? Of(string sex) => WriteSections.Row("", view, Indicator.Accepted, new FigurePart(Dimensions.Sex, sex)).Share;
        var (women, men) = (Of("kvinna"), Of("man"));
        return Shares.Gap(women, men) is { } gap ? new(women!, men!, gap.Value, gap.Lowest, gap.Highest) : null;
    }

    private async Task<IReadOnlyList<AuthorityInfo>> MineAsync(CancellationToken cancellationToken)
    {
        var (scope, all) = (me.Scope(EvaluationPermissions.ReadDashboard), await organisation.AuthoritiesAsync(cancellationToken));
        if (scope.Everything) return all;
        var units = (await organisation.UnitsAsync(cancellationToken)).Where(unit => scope.Units.Contains(unit.Id)).Select(unit => unit.AuthorityId).ToHashSet();
        return [.. all.Where(authority => scope.Authorities.Contains(authority.Id) || units.Contains(authority.Id))];
    }
}

/// <summary>What a page shows of it, with or without figures.</summary>
internal sealed record GapSection(GenderGap? Gap);
