using System.Text.Json.Serialization;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

/// <summary>A nämnd or a unit that the reader may choose.</summary>
/// <param name="Code">A nämnd's code, or a unit as <see cref="UnitTree"/> writes it.</param>
internal sealed record Place(string Code, string Name);

/// <param name="Lens">Code of what is shown; <paramref name="Lenses"/> are those that the reader may choose.</param>
/// <param name="At">The chosen place; null for all of the reader's.</param>
internal sealed record DashboardView(string Lens, IReadOnlyList<string> Lenses, string? At, IReadOnlyList<Place> Places, StatisticsView Statistics)
{
    [JsonIgnore]
    public IReadOnlyList<Section> Sections { get; init; } = [];
}

/// <summary>Settled figures for those who work with ideas: first those that their role decides on, of their own authorities and units. They have been let out by the same way as everyone's, and no question can be asked of them that was not settled.</summary>
internal sealed class ReadDashboard(ReadStatistics statistics, WriteSections sections, IOrganisation organisation, CurrentUser me)
{
    public static readonly Problem NoSuchView = Problem.NotFound("Vyn finns inte.");
    public static readonly Problem NotYourPlace = Problem.NotFound("Nämnden eller enheten finns inte, eller så är den inte din.");

    /// <param name="view">Code of a lens; null for the first of the reader's roles.</param>
    /// <param name="at">Code of a place; null for all of the reader's.</param>
    public async Task<Outcome<DashboardView>> FindAsync(string? period, string? view, string? at, CancellationToken cancellationToken)
    {
        var lenses = Lens.Of(me.Roles);
        if ((view is null ? lenses[0] : lenses.FirstOrDefault(one => one.Code == view)) is not { } lens) return NoSuchView;
        var (authorities, units) = await MineAsync(cancellationToken);
        IReadOnlyList<Place> places = [.. authorities.Select(one => new Place(one.Code, one.Name)), .. units.Select(one => new Place(one.Chain[0], one.Name))];
        if (at is not null && places.All(place => place.Code != at)) return NotYourPlace;
        var reach = new Reach(
            [.. authorities.Select(one => one.Code).Where(code => at is null || at == code || at.StartsWith(UnitTree.Rest(code), StringComparison.Ordinal))],
            [.. units.Select(one => one.Chain).Where(chain => at is null || chain[0] == at || UnitTree.AuthorityOf(chain[0]) == at)]);
        if ((await statistics.FindAsync(period, [.. reach.Authorities, .. reach.Units.SelectMany(chain => chain).Distinct()], cancellationToken)).Failed(out var problem, out var figures)) return problem;
        var shown = new List<Section>();
        foreach (var measure in lens.Shows) shown.Add(await sections.OfAsync(measure, figures, reach, cancellationToken));
        if (lens == Lens.Everything) shown.AddRange(await BarometerSections.OfAsync(sections, figures, cancellationToken));
        return new DashboardView(lens.Code, [.. lenses.Select(one => one.Code)], at, places, figures) { Sections = shown };
    }

    /// <summary>What the reader's role is for: authorities, and units with those below them; of a whole authority all its units.</summary>
    private async Task<(IReadOnlyList<AuthorityInfo> Authorities, IReadOnlyList<(IReadOnlyList<string> Chain, string Name)> Units)> MineAsync(CancellationToken cancellationToken)
    {
        var (scope, all, units) = (me.Scope(EvaluationPermissions.ReadDashboard), await organisation.AuthoritiesAsync(cancellationToken), await organisation.UnitsAsync(cancellationToken));
        var tree = UnitTree.Of(units, all.ToDictionary(authority => authority.Id, authority => authority.Code));
        var mine = units.Where(unit => scope.Covers(unit.AuthorityId, unit.Id) && tree.PartOf(unit.Id) is not null).ToList();
        return ([.. all.Where(authority => scope.Covers(authority.Id, null) || mine.Exists(unit => unit.AuthorityId == authority.Id))], mine.ConvertAll(unit => ((IReadOnlyList<string>)[.. tree.Upwards(tree.PartOf(unit.Id)!)], unit.Name)));
    }
}
