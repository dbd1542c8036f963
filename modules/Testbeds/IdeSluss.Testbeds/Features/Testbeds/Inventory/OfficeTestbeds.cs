using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Inventory;

/// <summary>Which test beds the office lists.</summary>
internal enum OfficeView
{
    /// <summary>All that are not archived.</summary>
    Open,

    /// <summary>Described but not shown to everyone yet.</summary>
    Unpublished,

    /// <summary>Nobody has said for a year that the description is right, or its last day has passed.</summary>
    Stale,
    Archived,
}

internal sealed record OfficeLine(string Slug, string Name, string Place, TestbedStatus Status, bool IsPublic, DateTimeOffset? ConfirmedAt, bool IsStale, bool IsExample);

/// <summary>A test bed as the office sees it, contact, insurance and secrecy included.</summary>
/// <param name="CanEdit">Within what the reader may describe.</param>
internal sealed record OfficeTestbed(
    Guid Id, string Slug, TestbedRecord Record, string Place, bool IsPublic, bool IsStale, DateTimeOffset? ConfirmedAt, DateTimeOffset ChangedAt, bool IsExample, bool CanEdit, IReadOnlyList<OfficeResource> Resources, int Version);

internal sealed record OfficeResource(Guid Id, string Name, ResourceKind Kind, int Units, string? Description, int BufferBefore, int BufferAfter, int LeadTimeDays, BookingUnit BookedBy, ApprovalPolicy Approval, IReadOnlyList<string> ExemptRoles, int? MostPerPerson, bool Active, int Version);

/// <summary>The inventory for those who look after it, within their scope.</summary>
internal sealed class OfficeTestbeds(TestbedsDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>The same for what never was and for what is outside one's scope.</summary>
    public static readonly Problem NoSuchTestbed = Problem.NotFound("Testbädden finns inte, eller så hör den till en enhet som du inte arbetar med.");

    public async Task<Page<OfficeLine>> ListAsync(OfficeView view, string? after, CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), time.StockholmToday());
        var testbeds = db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Read));
        testbeds = view switch
        {
            OfficeView.Unpublished => testbeds.Where(one => one.PublishedAt == null && one.Status != TestbedStatus.Closed),
            OfficeView.Stale => Staleness.Of(testbeds, now, today),
            OfficeView.Archived => testbeds.Where(one => one.Status == TestbedStatus.Closed),
            _ => testbeds.Where(one => one.Status != TestbedStatus.Closed),
        };
        if (Guid.TryParseExact(after, "N", out var last))
            testbeds = testbeds.Where(testbed => db.Testbeds.Any(one => one.Id == last && EF.Functions.GreaterThan(ValueTuple.Create(testbed.Name, testbed.Id), ValueTuple.Create(one.Name, one.Id))));
        var rows = await testbeds.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var lines = new List<OfficeLine>();
        foreach (var row in rows.Take(PageSize))
            lines.Add(new(row.Slug, row.Name, await organisation.PlaceNameAsync(row.AuthorityId, row.UnitId, cancellationToken), row.Status, row.IsPublic(now), row.ConfirmedAt, Staleness.Is(row, now, today), row.IsExample));
        return new(lines, rows.Count > PageSize ? rows[PageSize - 1].Id.ToString("N") : null);
    }

    public async Task<Outcome<OfficeTestbed>> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Read)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return NoSuchTestbed;
        var resources = await db.Resources.AsNoTracking().Where(resource => resource.TestbedId == testbed.Id).OrderByDescending(resource => resource.Active).ThenBy(resource => resource.Name).ThenBy(resource => resource.Id).Take(200)
            .Select(one => new OfficeResource(one.Id, one.Name, one.Kind, one.Units, one.Description, one.BufferBefore, one.BufferAfter, one.LeadTimeDays, one.BookedBy, one.Approval, one.ExemptRoles, one.MostPerPerson, one.Active, one.Version)).ToListAsync(cancellationToken);
        var authority = (await organisation.AuthorityAsync(testbed.AuthorityId, cancellationToken))!.Code;
        var unit = testbed.UnitId is { } id ? (await organisation.UnitAsync(id, cancellationToken))?.Code : null;
        return new OfficeTestbed(testbed.Id, testbed.Slug, testbed.ToRecord(authority, unit), await organisation.PlaceNameAsync(testbed.AuthorityId, testbed.UnitId, cancellationToken),
            testbed.IsPublic(time.GetUtcNow()), Staleness.Is(testbed, time.GetUtcNow(), time.StockholmToday()), testbed.ConfirmedAt, testbed.ChangedAt, testbed.IsExample,
            me.Scope(TestbedsPermissions.Manage).Covers(testbed.AuthorityId, testbed.UnitId), resources, testbed.Version);
    }
}

/// <summary>When a description should be looked at again: yearly, or after its last day.</summary>
internal static class Staleness
{
    public const int Days = 365;

    public static IQueryable<Testbed> Of(IQueryable<Testbed> testbeds, DateTimeOffset now, DateOnly today)
    {
        var yearAgo = now.AddDays(-Days);
        return testbeds.Where(one => one.Status != TestbedStatus.Closed && (one.ConfirmedAt == null || one.ConfirmedAt < yearAgo || one.ValidUntil < today));
    }

    public static bool Is(Testbed testbed, DateTimeOffset now, DateOnly today) =>
        testbed.Status != TestbedStatus.Closed && (testbed.ConfirmedAt is null || testbed.ConfirmedAt < now.AddDays(-Days) || testbed.ValidUntil < today);
}
