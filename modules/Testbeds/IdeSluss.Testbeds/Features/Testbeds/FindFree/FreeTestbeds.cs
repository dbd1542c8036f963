using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

/// <summary>For the catalogue: test beds in which something to be in is free on the day. Whether one can come at all that day is for the search by date.</summary>
internal sealed class FreeTestbeds(TestbedsDbContext db) : IFreeTestbeds
{
    public IQueryable<Testbed> FreeFrom(IQueryable<Testbed> testbeds, DateOnly day)
    {
        var (from, to) = (day.StartInStockholm(), day.AddDays(1).StartInStockholm());
        // What is taken is read once by the index on what is held, not thing by thing.
        var free = db.Database.SqlQuery<Guid>($"""
            select resource.testbed_id as "Value" from testbeds.bookable_resource resource
            left join (select item.resource_id, count(distinct item.unit_number) as units from testbeds.booking_item item where item.held && tstzrange({from}, {to}) group by item.resource_id) taken on taken.resource_id = resource.id
            where resource.testbed_id is not null and resource.active and resource.kind <> 'AddOn' and coalesce(taken.units, 0) < resource.units
            """);
        return testbeds.Where(testbed => testbed.Status == TestbedStatus.Active
            && !db.Blackouts.Any(closed => closed.TestbedId == testbed.Id && closed.ResourceId == null && closed.From < to && closed.To > from)
            && free.Contains(testbed.Id));
    }
}
