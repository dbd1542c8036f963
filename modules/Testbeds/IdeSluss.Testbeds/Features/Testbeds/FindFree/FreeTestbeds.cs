using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

/// <summary>For the catalogue: test beds in which something to be in is free on the day. Whether one can come at all that day is for the search by date.</summary>
internal sealed class FreeTestbeds(TestbedsDbContext db) : IFreeTestbeds
{
    public IQueryable<Testbed> FreeFrom(IQueryable<Testbed> testbeds, DateOnly day)
    {
        var (from, to) = (day.StartInStockholm(), day.AddDays(1).StartInStockholm());
        return testbeds.Where(testbed => testbed.Status == TestbedStatus.Active
            && !db.Blackouts.Any(closed => closed.TestbedId == testbed.Id && closed.ResourceId == null && closed.From < to && closed.To > from)
            && db.Resources.Any(resource => resource.TestbedId == testbed.Id && resource.Active && resource.Kind != ResourceKind.AddOn
                && db.BookingItems.Where(item => item.ResourceId == resource.Id && BookingStates.Holding.Contains(item.State) && item.HeldFrom < to && item.HeldTo > from).Select(item => item.UnitNumber).Distinct().Count() < resource.Units));
    }
}
