using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

internal sealed record Label(Guid Resource, string Name, string? Testbed, int Unit, int Units, string Address);

/// <summary>A label to put on a thing: who scans it comes to the thing's page, where it is handed over and taken back.</summary>
internal sealed class LabelCode(TestbedsDbContext db, InstanceInfo instance, CurrentUser me)
{
    public async Task<Outcome<Label>> FindAsync(Guid resource, int unit, CancellationToken cancellationToken)
    {
        if (await db.Resources.AsNoTracking().Within(me.Scope(TestbedsPermissions.ManageBookings)).FirstOrDefaultAsync(one => one.Id == resource, cancellationToken) is not { } thing || unit < 1 || unit > thing.Units)
            return Problem.NotFound("Det finns inget sådant att märka, eller så sköter du det inte.");
        var testbed = await db.Testbeds.Where(one => one.Id == thing.TestbedId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken);
        return new Label(thing.Id, thing.Name, testbed, unit, thing.Units, $"{instance.PublicAddress}/arbete/bokningar/sak/{thing.Id}?nummer={unit}");
    }
}
