using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <param name="Authority">Code of the authority.</param>
/// <param name="Unit">With all units below it.</param>
/// <param name="Track">Code of a track; <see cref="NoTrack"/> for what is not sorted yet.</param>
internal sealed record SluiceFilter(string? Authority = null, Guid? Unit = null, string? Track = null)
{
    public const string NoTrack = "inget";
}

/// <summary>One chamber as the office sees it, within its scope.</summary>
/// <param name="Promises">As <see cref="PromiseBand"/>.</param>
/// <param name="Rests">As <see cref="RestBand"/>.</param>
/// <param name="Tracks">Code of the track, or <see cref="SluiceFilter.NoTrack"/>, and how many.</param>
/// <param name="Longest">Days that the one has lain here that came first.</param>
internal sealed record OfficeStage(string Stage, string Name, int Count, IReadOnlyList<int> Promises, IReadOnlyList<int> Rests, IReadOnlyDictionary<string, int> Tracks, int? Longest);

internal sealed record OfficeSluiceView(DateTimeOffset At, IReadOnlyList<OfficeStage> Stages);

/// <summary>Where the cases are that one works with, by stage, promise, track and time: one pass over the open cases of one's scope.</summary>
internal sealed class OfficeSluice(IdeasDbContext db, CurrentUser me, SluiceOrder order, IOrganisation organisation, TimeProvider time)
{
    public async Task<OfficeSluiceView> HandleAsync(SluiceFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = BandLimits.At(now);
        var (today, soon) = (limits.Today, limits.SoonUntil);
        var (fortnight, twoMonths, halfYear) = (limits.Fortnight, limits.TwoMonths, limits.HalfYear);
        var groups = await (await FilteredAsync(filter, cancellationToken))
            .GroupBy(idea => new
            {
                idea.Stage,
                idea.Track,
                Promise = idea.Status != IdeaStatus.Active ? PromiseBand.Still : idea.PromiseDue < today ? PromiseBand.Late : idea.PromiseDue <= soon ? PromiseBand.Soon : PromiseBand.InTime,
                Rest = idea.StageEnteredAt >= fortnight ? RestBand.Fortnight : idea.StageEnteredAt >= twoMonths ? RestBand.TwoMonths : idea.StageEnteredAt >= halfYear ? RestBand.HalfYear : RestBand.Longer,
            })
            .Select(group => new Group(group.Key.Stage, group.Key.Track, group.Key.Promise, group.Key.Rest, group.Count(), group.Min(idea => idea.StageEnteredAt)))
            .ToListAsync(cancellationToken);
        return new(now, [.. order.Stages.Select(stage => Chamber(stage, [.. groups.Where(group => group.Stage == stage.Code)], now))]);
    }

    private static OfficeStage Chamber(Stage stage, IReadOnlyList<Group> here, DateTimeOffset now) => new(
        stage.Code, stage.Name, Sum(here),
        [.. Enum.GetValues<PromiseBand>().Select(band => Sum(here.Where(group => group.Promise == band)))],
        [.. Enum.GetValues<RestBand>().Select(band => Sum(here.Where(group => group.Rest == band)))],
        here.GroupBy(group => group.Track ?? SluiceFilter.NoTrack).ToDictionary(track => track.Key, Sum),
        here.Count == 0 ? null : (int)(now - here.Min(group => group.First)).TotalDays);

    private static int Sum(IEnumerable<Group> groups) => groups.Sum(group => group.Count);

    /// <summary>The cases that the numbers are about; the list behind a number starts here too.</summary>
    public async Task<IQueryable<Idea>> FilteredAsync(SluiceFilter filter, CancellationToken cancellationToken)
    {
        var ideas = db.Ideas.AsNoTracking().Covered(me.Scope(IdeasPermissions.SeeSluice)).OnTheirWay();
        if (!string.IsNullOrEmpty(filter.Authority))
        {
            var authority = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => one.Code == filter.Authority)?.Id;
            ideas = ideas.Where(idea => idea.AuthorityId == authority);
        }

        if (filter.Unit is { } unit)
        {
            var units = Below(await organisation.UnitsAsync(cancellationToken), unit);
            ideas = ideas.Where(idea => idea.UnitId != null && units.Contains(idea.UnitId.Value));
        }

        if (filter.Track == SluiceFilter.NoTrack) ideas = ideas.Where(idea => idea.Track == null);
        else if (!string.IsNullOrEmpty(filter.Track)) ideas = ideas.Where(idea => idea.Track == filter.Track);
        return ideas;
    }

    /// <summary>Parents come before children.</summary>
    private static List<Guid> Below(IReadOnlyList<UnitInfo> units, Guid top)
    {
        var below = new List<Guid> { top };
        foreach (var unit in units)
            if (unit.ParentId is { } parent && below.Contains(parent)) below.Add(unit.Id);
        return below;
    }

    private sealed record Group(string Stage, string? Track, PromiseBand Promise, RestBand Rest, int Count, DateTimeOffset First);
}
