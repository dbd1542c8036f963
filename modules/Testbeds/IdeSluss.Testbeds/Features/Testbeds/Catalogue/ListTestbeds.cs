using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Pictures;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Catalogue;

/// <summary>What the catalogue is narrowed by; null and empty are no limit. Codes are those of the taxonomy.</summary>
/// <param name="Unit">Code of an authority or of a unit, with all below it.</param>
/// <param name="Accessibility">All of them must be there.</param>
/// <param name="FreeFrom">Only those that have something free from this day.</param>
internal sealed record TestbedFilter(
    string? Search = null, string? Capability = null, string? TargetGroup = null, string? Unit = null, IReadOnlyList<string>? Accessibility = null, TestbedKind? Kind = null, bool OpenToOthers = false, DateOnly? FreeFrom = null)
{
    public bool IsEmpty => this with { Accessibility = null } == new TestbedFilter() && Accessibility is null or { Count: 0 };
}

/// <summary>A test bed in the public list.</summary>
/// <param name="Unit">Name of the unit or authority it belongs to.</param>
internal sealed record TestbedLine(
    string Slug, string Name, string Description, TestbedKind Kind, TestbedAccess Access, TestbedStatus Status, string Unit, IReadOnlyList<string> Capabilities, IReadOnlyList<string> TargetGroups, bool IsExample, PublicPicture? Picture);

/// <summary>Narrows the catalogue to what is free from a day: the part of the module that knows bookings answers.</summary>
internal interface IFreeTestbeds
{
    IQueryable<Testbed> FreeFrom(IQueryable<Testbed> testbeds, DateOnly day);
}

/// <summary>The public catalogue by name: one query, with what is needed besides it from memory.</summary>
internal sealed class ListTestbeds(TestbedsDbContext db, IOrganisation organisation, ExamplePictures drawn, IEnumerable<IFreeTestbeds> free, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>More words than this are no search.</summary>
    private const int MostWords = 8;

    /// <summary>There is something that knows what is free.</summary>
    public bool KnowsWhatIsFree => free.Any();

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before.</param>
    public async Task<Page<TestbedLine>> FindAsync(TestbedFilter filter, string? after, CancellationToken cancellationToken)
    {
        var testbeds = Narrowed(db.Testbeds.AsNoTracking().Public(time.GetUtcNow()), filter, await PlacesAsync(filter.Unit, cancellationToken));
        // The cursor is the last row's id; its name is looked up, since a name has no place in an address.
        if (Guid.TryParseExact(after, "N", out var last))
            testbeds = testbeds.Where(testbed => db.Testbeds.Any(one => one.Id == last && EF.Functions.GreaterThan(ValueTuple.Create(testbed.Name, testbed.Id), ValueTuple.Create(one.Name, one.Id))));
        var rows = await testbeds.OrderBy(testbed => testbed.Name).ThenBy(testbed => testbed.Id).Take(PageSize + 1)
            .Select(testbed => new
            {
                testbed.Id, testbed.Slug, testbed.Name, testbed.ShortDescription, testbed.Kind, testbed.Access, testbed.Status, testbed.AuthorityId, testbed.UnitId, testbed.Capabilities, testbed.TargetGroups, testbed.IsExample,
                Picture = db.Pictures.Where(one => one.TestbedId == testbed.Id).OrderBy(one => one.Place).ThenBy(one => one.Id).Select(one => new { one.Id, one.Description, one.Width, one.Height }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var lines = new List<TestbedLine>(rows.Count);
        foreach (var row in rows.Take(PageSize))
        {
            lines.Add(new(row.Slug, row.Name, row.ShortDescription, row.Kind, row.Access, row.Status, await organisation.PlaceNameAsync(row.AuthorityId, row.UnitId, cancellationToken),
                row.Capabilities, row.TargetGroups, row.IsExample, row.Picture is { } first ? PublicPicture.Of(row.Slug, first.Id, first.Description, first.Width, first.Height) : drawn.Of(row.Slug, row.IsExample)));
        }

        return new(lines, rows.Count > PageSize ? rows[PageSize - 1].Id.ToString("N") : null);
    }

    private IQueryable<Testbed> Narrowed(IQueryable<Testbed> testbeds, TestbedFilter filter, (Guid? Authority, IReadOnlyList<Guid> Units)? places)
    {
        if (filter.Capability is { Length: > 0 } capability) testbeds = testbeds.Where(testbed => testbed.Capabilities.Contains(capability));
        if (filter.TargetGroup is { Length: > 0 } group) testbeds = testbeds.Where(testbed => testbed.TargetGroups.Contains(group));
        if (filter.Accessibility is { Count: > 0 } items)
        {
            var all = items.ToArray();
            testbeds = testbeds.Where(testbed => all.All(item => testbed.AccessibilityYes.Contains(item)));
        }

        if (filter.Kind is { } kind) testbeds = testbeds.Where(testbed => testbed.Kind == kind);
        if (filter.OpenToOthers) testbeds = testbeds.Where(testbed => testbed.Access != TestbedAccess.Internal);
        if (places is { } place) testbeds = testbeds.Where(testbed => testbed.AuthorityId == place.Authority || (testbed.UnitId != null && place.Units.Contains(testbed.UnitId.Value)));
        if (filter.FreeFrom is { } day) testbeds = free.Aggregate(testbeds, (narrowed, one) => one.FreeFrom(narrowed, day));
        foreach (var word in (filter.Search ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            testbeds = testbeds.Where(testbed => testbed.SearchText.Contains(word));
        return testbeds;
    }

    /// <returns>Null for no limit; a code that does not exist gives nothing.</returns>
    private async Task<(Guid? Authority, IReadOnlyList<Guid> Units)?> PlacesAsync(string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(code)) return null;
        if ((await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(authority => authority.Code == code) is { } authority) return (authority.Id, []);
        var units = await organisation.UnitsAsync(cancellationToken);
        var below = new List<Guid>();
        // Parents come before children.
        foreach (var unit in units)
            if (unit.Code == code || (unit.ParentId is { } parent && below.Contains(parent))) below.Add(unit.Id);
        return (null, below);
    }
}
