using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <summary>
/// Each working morning: asks once a year whether a description is still right, asks once more those who have not answered, and forgets addresses that are no longer
/// needed. After that it is for people: the inventory shows what is stale.
/// </summary>
internal sealed class RemindOfInventory(TestbedsDbContext db, InvitationMail mail, TimeProvider time) : IScheduledTask
{
    private const int Batch = 200;
    private const int DaysUntilReminder = 14;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!WorkingDays.IsWorkingDay(time.StockholmToday())) return;
        var now = time.GetUtcNow();
        await AskAsync(now, cancellationToken);
        await RemindAsync(now, cancellationToken);
        var expired = now.AddDays(-InventoryInvitation.Days);
        await db.Invitations.Where(one => one.Email != null && one.SentAt <= expired).ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, (string?)null), cancellationToken);
    }

    private async Task AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var yearAgo = now.AddDays(-Staleness.Days);
        var stale = await Staleness.Of(db.Testbeds, now, time.StockholmToday())
            .Where(testbed => testbed.ContactEmail != null && !testbed.IsExample && !db.Invitations.Any(one => one.TestbedId == testbed.Id && one.SentAt > yearAgo))
            .OrderBy(testbed => testbed.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var testbed in stale)
        {
            var question = new InventoryInvitation { Id = Guid.CreateVersion7(), AuthorityId = testbed.AuthorityId, UnitId = testbed.UnitId, TestbedId = testbed.Id, Email = testbed.ContactEmail, SentAt = now };
            db.Invitations.Add(question);
            await mail.SendAsync(question, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task RemindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (before, expired) = (now.AddDays(-DaysUntilReminder), now.AddDays(-InventoryInvitation.Days));
        var silent = await db.Invitations.Where(one => one.AnsweredAt == null && one.RemindedAt == null && one.Email != null && one.SentAt <= before && one.SentAt > expired)
            .OrderBy(one => one.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var invitation in silent)
        {
            invitation.RemindedAt = now;
            await mail.SendAsync(invitation, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
