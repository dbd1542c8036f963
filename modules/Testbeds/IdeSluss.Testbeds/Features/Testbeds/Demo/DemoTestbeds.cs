using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Demo;

/// <summary>The municipality's invented inventory, from its plugin, written by the same rules as a real one.</summary>
internal sealed class DemoTestbeds(TestbedsDbContext db, IOrganisation organisation, IEnumerable<TestbedExample> examples, KeptTaxonomy kept, TimeProvider time) : ISeeder
{
    public int Order => 200;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var taxonomy = await kept.GetAsync(cancellationToken);
        var now = time.GetUtcNow();
        var authorities = await organisation.AuthoritiesAsync(cancellationToken);
        var units = await organisation.UnitsAsync(cancellationToken);
        foreach (var (record, resources, confirmed, _) in examples)
        {
            if (TestbedRules.Check(record, taxonomy).FirstOrDefault() is { } error)
                throw new InvalidOperationException($"The example {record.Name} is not right: {error.Field}: {error.Message.Key}");
            var authority = authorities.Single(one => one.Code == record.Authority).Id;
            var unit = record.Unit is { } code ? units.Single(one => one.Code == code).Id : (Guid?)null;
            var at = now.AddDays(-(confirmed ?? 500));
            var testbed = new Testbed
            {
                Id = Guid.CreateVersion7(), Slug = RecordWriting.SlugOf(record.Name!), Name = record.Name!, ShortDescription = record.ShortDescription!, AuthorityId = authority,
                IsExample = true, CreatedAt = at, ChangedAt = at, PublishedAt = at, ConfirmedAt = confirmed is null ? null : at,
            };
            testbed.Write(record, authority, unit, taxonomy);
            db.Testbeds.Add(testbed);
            foreach (var resource in resources)
            {
                db.Resources.Add(new()
                {
                    Id = Guid.CreateVersion7(), TestbedId = testbed.Id, AuthorityId = authority, UnitId = unit, Kind = resource.Kind, Name = resource.Name, Units = resource.Units,
                    BookedBy = resource.BookedBy, Approval = resource.Approval, LeadTimeDays = testbed.LeadTimeDays,
                });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
