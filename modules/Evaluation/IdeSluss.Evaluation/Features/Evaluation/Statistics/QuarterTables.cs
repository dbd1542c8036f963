using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Training.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What other modules have counted in a quarter.</summary>
internal sealed record QuarterCounts(IReadOnlyList<HandedInCount> HandedIn, IReadOnlyList<DecidedCount> Decided, IReadOnlyList<ClosedCount> Closed)
{
    public IReadOnlyList<ToldCount> Told { get; init; } = [];
    public IReadOnlyList<SpreadCount> Spread { get; init; } = [];
    public IReadOnlyList<BarrierCount> Barriers { get; init; } = [];
    public IReadOnlyList<ParticipantCount> Participants { get; init; } = [];
    public IReadOnlyList<CertifiedCount> Certified { get; init; } = [];

    /// <summary>Everyone who is a manager or elected when the quarter ends.</summary>
    public IReadOnlyList<ReachCount> Reached { get; init; } = [];

    /// <summary>Of those who have answered for themselves: <c>kvinna|From18To64</c>.</summary>
    public IReadOnlyList<GroupCount> Answered { get; init; } = [];
    public IReadOnlyList<Decider> Deciders { get; init; } = [];
    public IReadOnlyList<FollowedUp> FollowUps { get; init; } = [];
    public IReadOnlyList<AreaCost> Costs { get; init; } = [];
}

/// <summary>What tests of ideas in an area cost.</summary>
internal sealed record AreaCost(string? Area, decimal Kronor);

/// <summary>What one follow-up said, of benefits of each kind that it has.</summary>
internal sealed record FollowedUp(IReadOnlyList<FollowedBenefits> ByKind)
{
    public static FollowedUp Of(FollowUpResult result) => new(
    [
        .. result.Rows.GroupBy(row => row.Kind).Select(kind => new FollowedBenefits(
            kind.Key, kind.Count(row => row.Status == BenefitStatus.Reached), kind.Count(), kind.Any(row => row.Money is not null) ? kind.Sum(row => row.Money ?? 0) : null, kind.Sum(row => row.PlannedMoney ?? 0))),
    ]);

    /// <summary>All of them, or those of one kind, together: null where nothing was measured in kronor, or nothing promised.</summary>
    public (decimal Realised, decimal Planned)? Kronor(BenefitKind? kind)
    {
        var some = ByKind.Where(one => kind is null || one.Kind == kind).ToList();
        return some.Sum(one => one.Planned) is > 0 and var planned && some.Exists(one => one.Realised is not null) ? (some.Sum(one => one.Realised ?? 0), planned) : null;
    }
}

/// <param name="Reached">Benefits whose goal was reached, of <paramref name="Benefits"/>.</param>
/// <param name="Realised">Kronor a year as measured; null where nothing was counted in kronor.</param>
/// <param name="Planned">Kronor a year as promised.</param>
internal sealed record FollowedBenefits(BenefitKind Kind, int Reached, int Benefits, decimal? Realised, decimal Planned);

/// <summary>The parts of what one divides by, in the order in which they are shown.</summary>
/// <param name="Authorities">Id → code.</param>
internal sealed record QuarterParts(IReadOnlyList<string> Channels, IReadOnlyList<string> Areas, IReadOnlyDictionary<Guid, string> Authorities)
{
    public UnitTree Units { get; init; } = UnitTree.None;

    /// <summary>Area → who mostly works there: one of <see cref="QuarterTables.Majorities"/>.</summary>
    public IReadOnlyDictionary<string, string> Majorities { get; init; } = new Dictionary<string, string>();
}

/// <summary>The sums of a quarter as tables, with a row also where there is nothing: pure, so that each formula is tested against numbers counted by hand.</summary>
internal static class QuarterTables
{
    public static readonly string[] Submitters = ["Resident", "Employee", "Elected", "Organisation"];
    public static readonly string[] Sexes = ["kvinna", "man", "annat"];
    public static readonly string[] Ages = ["Under18", "From18To64", "From65To79", "From80", "Unknown"];
    public static readonly string[] Tracks = [nameof(RoleTrack.Manager), nameof(RoleTrack.ElectedMember), Dimensions.Others];

    /// <summary>Who mostly works in an area: more than 60 percent women, 40 to 60, fewer; and areas of which it is not said.</summary>
    public static readonly string[] Majorities = ["kvinnor", "lika", "man", Dimensions.Unsaid];
    private static readonly string[] YesNo = ["ja", "nej"];

    /// <summary>Parts of <see cref="Dimensions.Benefit"/>.</summary>
    public static readonly IReadOnlyDictionary<string, BenefitKind> BenefitKinds = new Dictionary<string, BenefitKind> { ["pengar"] = BenefitKind.Money, ["tid"] = BenefitKind.Redistribution, ["kvalitet"] = BenefitKind.Quality };

    // One way at a time where everyone reads: what is divided twice is nearly all too few to tell in a municipality.
    public static IReadOnlyList<StatTable> Of(string quarter, QuarterCounts counts, QuarterParts parts)
    {
        var areas = parts.Areas.Append(Dimensions.None).ToList();
        var ways = parts.Channels.Union(counts.HandedIn.Select(one => one.Channel)).ToList();
        var authorities = parts.Authorities.Values.Append(Dimensions.Others).ToList();
        string AreaOf(string? area) => area is not null && parts.Areas.Contains(area) ? area : Dimensions.None;
        string AuthorityOf(Guid id) => parts.Authorities.GetValueOrDefault(id, Dimensions.Others);
        string MajorityOf(string? area) => area is not null && parts.Majorities.TryGetValue(area, out var majority) ? majority : Dimensions.Unsaid;
        StatTable Table(string what, IReadOnlyList<string> dimensions, IEnumerable<StatCount> cells) => new(what, quarter, dimensions, [.. cells], AddsUp(what, dimensions));
        StatTable Divided(string what, string dimension, IReadOnlyList<string> names, Func<string, int> count) => Table(what, [dimension], names.Select(part => new StatCount([part], count(part))));
        StatTable Twice(string what, string dimension, IReadOnlyList<string> names, Func<string, bool, int> count) =>
            Table(what, [dimension, Dimensions.Outcome], from one in names from yes in YesNo select new StatCount([one, yes], count(one, yes == "ja")));
        StatTable Crossed(string what, string first, IReadOnlyList<string> firsts, string second, IReadOnlyList<string> seconds, Func<string, string, int> count) =>
            Table(what, [first, second], from one in firsts from two in seconds select new StatCount([one, two], count(one, two)));
        StatTable Either(string what, Func<bool, int> count) => Divided(what, Dimensions.Outcome, YesNo, part => count(part == "ja"));
        var people = new AnsweredCounts(counts);
        var handedIn = parts.Units.RollUp(counts.HandedIn.Select(one => (AuthorityOf(one.Authority), one.Unit, true, one.Count)));
        var closed = parts.Units.RollUp(counts.Closed.Select(one => (AuthorityOf(one.Authority), one.Unit, one.Reason == CloseReasons.Implemented, one.Count)));
        return
        [
            Divided(Indicator.HandedIn, Dimensions.Sex, [.. Sexes, Dimensions.Unsaid], sex => people.HandedIn(sex, null)),
            Divided(Indicator.HandedIn, Dimensions.Age, Ages, age => people.HandedIn(null, age)),
            Divided(Indicator.HandedIn, Dimensions.Area, areas, area => counts.HandedIn.Where(one => AreaOf(one.Area) == area).Sum(one => one.Count)),
            Divided(Indicator.HandedIn, Dimensions.Submitter, Submitters, kind => counts.HandedIn.Where(one => one.Submitter == kind).Sum(one => one.Count)),
            Divided(Indicator.HandedIn, Dimensions.Channel, ways, way => counts.HandedIn.Where(one => one.Channel == way).Sum(one => one.Count)),
            Divided(Indicator.HandedIn, Dimensions.Language, YesNo, other => counts.HandedIn.Where(one => one.Language != "sv" == (other == "ja")).Sum(one => one.Count)),
            Divided(Indicator.HandedIn, Dimensions.Authority, authorities, authority => counts.HandedIn.Where(one => AuthorityOf(one.Authority) == authority).Sum(one => one.Count)),
            Crossed(Indicator.HandedIn, Dimensions.Channel, ways, Dimensions.Language, YesNo, (way, other) => counts.HandedIn.Where(one => one.Channel == way && one.Language != "sv" == (other == "ja")).Sum(one => one.Count)),
            Divided(Indicator.HandedIn, Dimensions.Unit, [.. handedIn.Keys], unit => handedIn[unit].All),
            Twice(Indicator.Accepted, Dimensions.Submitter, Submitters, (kind, on) => counts.Decided.Where(one => Indicator.Decisions.Contains(one.Gate) && one.Submitter == kind && one.Advanced == on).Sum(one => one.Count)),
            Twice(Indicator.Accepted, Dimensions.Sex, [.. Sexes, Dimensions.Unsaid], (sex, on) => Indicator.Decisions.Sum(gate => people.Decided(gate, sex, on))),
            Twice(Indicator.Accepted, Dimensions.Majority, Majorities, (majority, on) => counts.Decided.Where(one => Indicator.Decisions.Contains(one.Gate) && MajorityOf(one.Area) == majority && one.Advanced == on).Sum(one => one.Count)),
            .. Indicator.Decisions.Select(gate => Either($"{Indicator.Accepted}:{gate}", on => counts.Decided.Where(one => one.Gate == gate && one.Advanced == on).Sum(one => one.Count))),
            Twice(Indicator.Told, Dimensions.Authority, authorities, (authority, inTime) => counts.Told.Where(one => AuthorityOf(one.Authority) == authority && one.Days <= Indicator.DaysToTell == inTime).Sum(one => one.Count)),
            // Kronor are of tests and not of people; they go the same way out, so that the year is their sum.
            Divided(Indicator.Resources, Dimensions.Majority, Majorities, majority => (int)Math.Min(int.MaxValue / 4, Math.Round(counts.Costs.Where(one => MajorityOf(one.Area) == majority).Sum(one => one.Kronor), MidpointRounding.AwayFromZero))),
            Crossed(Indicator.Deciders, Dimensions.Authority, authorities, Dimensions.Sex, Sexes, (authority, sex) => counts.Deciders.Count(one => AuthorityOf(one.Authority) == authority && one.Sex == sex)),
            Crossed(Indicator.Deciders, Dimensions.Gate, [.. Indicator.Decisions, Dimensions.Others], Dimensions.Sex, Sexes, (gate, sex) => counts.Deciders.Count(one => (Indicator.Decisions.Contains(one.Gate) ? one.Gate : Dimensions.Others) == gate && one.Sex == sex)),
            Divided(Indicator.Participants, Dimensions.Sex, Sexes, sex => counts.Participants.Where(one => SexOf(one.Group) == sex).Sum(one => one.Count)),
            Divided(Indicator.Participants, Dimensions.Age, Ages, age => counts.Participants.Where(one => one.Age == age).Sum(one => one.Count)),
            Divided(Indicator.Participants, Dimensions.Adapted, YesNo, adapted => counts.Participants.Where(one => one.Adapted == (adapted == "ja")).Sum(one => one.Count)),
            Twice(Indicator.Implemented, Dimensions.Area, areas, (area, done) => counts.Closed.Where(one => AreaOf(one.Area) == area && one.Reason == CloseReasons.Implemented == done).Sum(one => one.Count)),
            Twice(Indicator.Implemented, Dimensions.Authority, authorities, (authority, done) => counts.Closed.Where(one => AuthorityOf(one.Authority) == authority && one.Reason == CloseReasons.Implemented == done).Sum(one => one.Count)),
            Twice(Indicator.Implemented, Dimensions.Unit, [.. closed.Keys], (unit, done) => done ? closed[unit].Yes : closed[unit].All - closed[unit].Yes),
            Either(Indicator.Benefit, reached => counts.FollowUps.SelectMany(one => one.ByKind).Sum(one => reached ? one.Reached : one.Benefits - one.Reached)),
            Twice(Indicator.Benefit, Dimensions.Benefit, [.. BenefitKinds.Keys], (kind, reached) => counts.FollowUps.SelectMany(one => one.ByKind).Where(one => one.Kind == BenefitKinds[kind]).Sum(one => reached ? one.Reached : one.Benefits - one.Reached)),
            Either(Indicator.Barriers, answered => counts.Barriers.Where(one => one.Days is not null == answered).Sum(one => one.Count)),
            Either(Indicator.Spread, spread => counts.Spread.Where(one => one.IsSpread == spread).Sum(one => one.Count)),
            Either(Indicator.Lessons, shared => counts.Closed.Where(one => one.Reason == CloseReasons.StoppedAfterTest && one.LessonShared == shared).Sum(one => one.Count)),
            Twice(Indicator.Reach, Dimensions.Role, Tracks[..2], (track, certified) => counts.Reached.Where(one => one.Track.ToString() == track && one.Certified == certified).Sum(one => one.Count)),
            Twice(Indicator.Reach, Dimensions.Sex, [.. Sexes, Dimensions.Unsaid], (sex, certified) => counts.Reached.Where(one => (one.Group ?? Dimensions.Unsaid) == sex && one.Certified == certified).Sum(one => one.Count)),
            Divided(Indicator.Trained, Dimensions.Role, Tracks, track => counts.Certified.Where(one => (one.Track?.ToString() ?? Dimensions.Others) == track).Sum(one => one.Count)),
            Divided(Indicator.Trained, Dimensions.Sex, [.. Sexes, Dimensions.Unsaid], sex => counts.Certified.Where(one => (one.Group ?? Dimensions.Unsaid) == sex).Sum(one => one.Count)),
        ];
    }

    /// <summary>People who decide do so in many quarters, those who are trained stay so, units go on being innovative, and a small unit is counted with another one in each: they have no year.</summary>
    public static bool AddsUp(string what, IReadOnlyList<string> dimensions) => what is not (Indicator.Deciders or Indicator.Innovative or Indicator.Reach) && !dimensions.Contains(Dimensions.Unit);

    public static string SexOf(string group) => group switch
    {
        "Women" => "kvinna",
        "Men" => "man",
        _ => "annat",
    };
}
