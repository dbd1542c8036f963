using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Seeding;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Workforce;

internal sealed class WorkforceInput
{
    /// <summary>Area → percent women among those who work in it, 0 to 100; empty where it is not known.</summary>
    public Dictionary<string, int?> Women { get; set; } = [];

    public string? Source { get; set; }
}

/// <param name="Women">Percent; null where it is not stated.</param>
/// <param name="Majority">One of <see cref="QuarterTables.Majorities"/>.</param>
internal sealed record AreaWomen(string Code, string Name, int? Women, string Majority);

/// <param name="Version">0 when nothing has been stated.</param>
internal sealed record WorkforceView(IReadOnlyList<AreaWomen> Areas, string? Source, DateTimeOffset? StatedAt, int Version);

/// <summary>Who mostly works in each area, stated by the municipality: by it the statistics tell whose areas get money, and whose ideas go on. Quarters that are settled keep what they were counted by.</summary>
internal sealed class KeepWorkforce(EvaluationDbContext db, IJudgedCases cases, CurrentUser me, TimeProvider time) : ISeeder
{
    private const int Balanced = 40;

    /// <summary>Before the demo's quarters are settled.</summary>
    public int Order => 880;

    /// <summary>More than 60 percent are mostly women, fewer than 40 mostly men (<c>domain.md</c> 3.6, E06). Pure.</summary>
    public static string MajorityOf(int? women) => women switch
    {
        null => Dimensions.Unsaid,
        > 100 - Balanced => "kvinnor",
        < Balanced => "man",
        _ => "lika",
    };

    public async Task<WorkforceView> ReadAsync(CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken);
        var women = latest is null ? [] : latest.Areas.Zip(latest.Women).ToDictionary(pair => pair.First, pair => pair.Second);
        return new([.. cases.Areas.Select(area => (area, Women: women.TryGetValue(area.Code, out var percent) ? percent : (int?)null)).Select(one => new AreaWomen(one.area.Code, one.area.Name, one.Women, MajorityOf(one.Women)))], latest?.Source, latest?.StatedAt, latest?.Number ?? 0);
    }

    /// <summary>Area → who mostly works there, of those that are stated.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MajoritiesAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Areas.Where(area => area.Women is not null).ToDictionary(area => area.Code, area => area.Majority);

    /// <param name="version">As it was read; null to write over whatever is there.</param>
    /// <returns>The new version.</returns>
    public async Task<Outcome<int>> SaveAsync(WorkforceInput input, int? version, CancellationToken cancellationToken)
    {
        var current = await db.Workforces.AsNoTracking().MaxAsync(one => (int?)one.Number, cancellationToken) ?? 0;
        if (version is { } seen && seen != current) return Problem.Stale();
        if (Check(input, [.. cases.Areas]).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var stated = Add(current + 1, input.Women.Where(area => area.Value is not null).ToDictionary(area => area.Key, area => area.Value!.Value), input.Source!.Trim(), me.RequiredId);
        db.Audit(new("evaluation.workforce-stated", "workforce", me.RequiredId, me.RequiredId, null, new Dictionary<string, string> { ["number"] = $"{stated.Number}" }));
        return await db.TryAddAsync(cancellationToken) ? stated.Number : Problem.Stale();
    }

    /// <summary>Invented numbers for the demo.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Workforces.AnyAsync(cancellationToken)) return;
        Add(1, new() { ["vard-omsorg"] = 87, ["skola-forskola"] = 79, ["kultur-fritid"] = 56, ["natur-klimat"] = 44, ["digitala-tjanster"] = 33, ["byggd-miljo"] = 27, ["resor-trafik"] = 24 }, "Påhittade tal för övning.", null);
        await db.SaveChangesAsync(cancellationToken);
    }

    private AreaWorkforce Add(int number, Dictionary<string, int> women, string source, Guid? by)
    {
        var stated = new AreaWorkforce { Number = number, Areas = [.. women.Keys], Women = [.. women.Values], Source = source, StatedAt = time.GetUtcNow(), StatedById = by };
        db.Workforces.Add(stated);
        return stated;
    }

    private Task<AreaWorkforce?> LatestAsync(CancellationToken cancellationToken) => db.Workforces.AsNoTracking().OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellationToken);

    private static IEnumerable<FieldError> Check(WorkforceInput input, IReadOnlyList<CaseArea> areas)
    {
        foreach (var (code, percent) in input.Women)
        {
            if (areas.FirstOrDefault(area => area.Code == code) is not { } area) yield return new($"Women[{code}]", "Området finns inte.");
            else if (percent is < 0 or > 100) yield return new($"Women[{code}]", new Text("{0}: skriv ett tal mellan 0 och 100.", new Text(area.Name)));
        }

        if (input.Source is not { } source || source.Trim().Length is 0 or > AreaWorkforce.LongestSource) yield return new("Source", new Text("Källa: skriv varifrån talen kommer och vilket år de gäller, högst {0} tecken.", AreaWorkforce.LongestSource));
    }
}
