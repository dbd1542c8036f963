using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>Who is told that a request waits: one person for each thing, the nearest. All who look after it see it in the queue.</summary>
internal sealed class Approvers(TestbedsDbContext db, IPeopleDirectory people, CurrentUser me)
{
    /// <summary>
    /// Of those things for which the one who asks needs a yes. Looked up before the transaction that books: one that holds a connection and waits for another can bring everyone to a stop.
    /// </summary>
    public async Task<IReadOnlyList<PersonInfo>> OfAsync(IReadOnlyCollection<Guid> things, CancellationToken cancellationToken)
    {
        var resources = await db.Resources.AsNoTracking().Where(one => things.Contains(one.Id)).ToListAsync(cancellationToken);
        var told = new Dictionary<Guid, PersonInfo>();
        foreach (var place in resources.Where(one => BookingRules.NeedsApproval(one, me.Roles)).Select(one => (one.TestbedId, one.AuthorityId, one.UnitId)).Distinct())
            if (await NearestAsync(place.TestbedId, place.AuthorityId, place.UnitId, cancellationToken) is { } person) told[person.Id] = person;
        return [.. told.Values];
    }

    /// <summary>The one who knows the place, if they may answer; else the manager of that very unit; else whoever may.</summary>
    private async Task<PersonInfo?> NearestAsync(Guid? testbed, Guid authority, Guid? unit, CancellationToken cancellationToken)
    {
        var answering = new List<PersonInfo>();
        foreach (var role in TestbedsPermissions.AnsweringRoles) answering.AddRange(await people.InRoleAsync(role, authority, unit, cancellationToken));
        // Nobody answers their own.
        answering.RemoveAll(person => person.Id == me.RequiredId);
        var contact = await db.Testbeds.Where(one => one.Id == testbed).Select(one => one.ContactEmail).FirstOrDefaultAsync(cancellationToken);
        if (answering.Find(person => string.Equals(person.Email, contact, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        // A head of administration holds the role too, and is not asked about a room.
        var above = (await people.InRoleAsync(Roles.NeedOwner, authority, null, cancellationToken)).Select(person => person.Id).ToHashSet();
        return (await people.InRoleAsync(Roles.NeedOwner, authority, unit, cancellationToken)).FirstOrDefault(person => person.Id != me.RequiredId && !above.Contains(person.Id)) ?? answering.FirstOrDefault();
    }
}
