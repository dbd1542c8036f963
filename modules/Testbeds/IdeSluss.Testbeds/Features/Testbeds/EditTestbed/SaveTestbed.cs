using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

/// <param name="Slug">In addresses.</param>
internal sealed record SavedTestbed(Guid Id, string Slug, int Version);

/// <summary>Describes a test bed, new or known. A new one is seen by the office alone until it is published.</summary>
internal sealed class SaveTestbed(TestbedsDbContext db, KeptTaxonomy kept, ComingBookings coming, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private const int MostAttempts = 3;

    public async Task<Outcome<SavedTestbed>> CreateAsync(TestbedRecord record, CancellationToken cancellationToken)
    {
        if ((await CheckAsync(record, me.Scope(TestbedsPermissions.Manage), cancellationToken)).Failed(out var problem, out var place)) return problem;
        for (var attempt = 1; ; attempt++)
        {
            var testbed = await AddAsync(record, place, cancellationToken);
            db.Audit(Fact("testbeds.testbed-created", testbed));
            if (await db.TryAddAsync(cancellationToken)) return new SavedTestbed(testbed.Id, testbed.Slug, testbed.Version);
            // Somebody took the same address in between.
            if (attempt == MostAttempts) return Problem.Conflict("Det gick inte att spara just nu. Försök igen.");
        }
    }

    /// <param name="version">What the one who edits has read; null only where nobody could have read it.</param>
    public async Task<Outcome<SavedTestbed>> UpdateAsync(string slug, TestbedRecord record, int? version, CancellationToken cancellationToken)
    {
        var scope = me.Scope(TestbedsPermissions.Manage);
        if (await db.Testbeds.Within(scope).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        if (version is { } seen && seen != testbed.Version) return Problem.Stale();
        if ((await CheckAsync(record, scope, cancellationToken)).Failed(out var problem, out var place)) return problem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // To close it is to archive it.
        if (record.Status == TestbedStatus.Closed && await coming.RefusalInAsync(slug, cancellationToken) is { } booked) return booked;
        // What is in it goes with it, or others would answer for its bookings.
        if (place != new Place(testbed.AuthorityId, testbed.UnitId))
            await db.Resources.Where(one => one.TestbedId == testbed.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.AuthorityId, place.Authority).SetProperty(one => one.UnitId, place.Unit), cancellationToken);
        testbed.Write(record, place.Authority, place.Unit, await kept.GetAsync(cancellationToken));
        testbed.ChangedAt = time.GetUtcNow();
        db.Audit(Fact("testbeds.testbed-changed", testbed));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new SavedTestbed(testbed.Id, testbed.Slug, testbed.Version);
    }

    /// <summary>With the next save. The record has been checked.</summary>
    public async Task<Testbed> AddAsync(TestbedRecord record, Place place, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var testbed = new Testbed
        {
            Id = Guid.CreateVersion7(), Slug = await FreeSlugAsync(record.Name!, cancellationToken), Name = record.Name!, ShortDescription = record.ShortDescription!, AuthorityId = place.Authority,
            CreatedAt = now, ChangedAt = now, ConfirmedAt = now,
        };
        testbed.Write(record, place.Authority, place.Unit, await kept.GetAsync(cancellationToken));
        db.Testbeds.Add(testbed);
        return testbed;
    }

    /// <summary>The rules, and that the place is one that the scope covers.</summary>
    public async Task<Outcome<Place>> CheckAsync(TestbedRecord record, PermissionScope scope, CancellationToken cancellationToken)
    {
        RecordWriting.FillGaps(record);
        record.Equipment = [.. record.Equipment.SelectMany(line => line.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)];
        var errors = TestbedRules.Check(record, await kept.GetAsync(cancellationToken)).ToList();
        var place = await organisation.PlaceAsync(string.IsNullOrWhiteSpace(record.Unit) ? record.Authority : record.Unit, cancellationToken);
        if (place is null) errors.Add(new("unit", "Nämnd eller enhet: välj ett av alternativen."));
        else if (!scope.Covers(place.Authority, place.Unit)) errors.Add(new("unit", "Nämnd eller enhet: du kan bara beskriva testbäddar där du har behörighet."));
        return errors.Count > 0 ? Problem.Invalid([.. errors]) : place!;
    }

    private async Task<string> FreeSlugAsync(string name, CancellationToken cancellationToken)
    {
        var slug = RecordWriting.SlugOf(name);
        var taken = await db.Testbeds.Where(one => one.Slug == slug || one.Slug.StartsWith(slug + "-")).Select(one => one.Slug).ToListAsync(cancellationToken);
        // Rows of the same save are not in the database yet.
        taken.AddRange(db.Testbeds.Local.Select(one => one.Slug));
        // A page of its own has this address.
        if (slug is "ledigt" or "hitta" or "mognad" or "utrustning" or "inventering" or "las-in" or "svar" or "ny") slug += "-1";
        var free = slug;
        for (var number = 2; taken.Contains(free); number++) free = $"{slug}-{number}";
        return free;
    }

    private AuditFact Fact(string action, Testbed testbed) => new(action, "testbed", testbed.Id, me.Id, testbed.AuthorityId);
}
