using System.Globalization;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

/// <summary>
/// Each night: who took part is forgotten on the day that the plan says, and at once where the test never came about. Numbers remain. Whoever asked from outside
/// is forgotten a year after the answer.
/// </summary>
internal sealed class DisposeOfContacts(TestbedsDbContext db, TimeProvider time) : IScheduledTask
{
    private const int Batch = 100;
    private const int DaysAfterAnswer = 365;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var expired = ContactRules.Expired(db.Trials, today).Concat(db.Trials.Where(trial => trial.Status == TrialStatus.Cancelled));
        var trials = await db.Trials.AsNoTracking().Where(trial => expired.Any(one => one.Id == trial.Id) && db.ParticipantContacts.Any(contact => contact.TrialId == trial.Id))
            .OrderBy(trial => trial.Id).Take(Batch).Select(trial => new { trial.Id, trial.AuthorityId }).ToListAsync(cancellationToken);
        foreach (var trial in trials)
        {
            var contacts = await db.ParticipantContacts.Where(contact => contact.TrialId == trial.Id).ToListAsync(cancellationToken);
            db.ParticipantContacts.RemoveRange(contacts);
            db.Audit(new("testbeds.contacts-removed", "test", trial.Id, null, trial.AuthorityId, new Dictionary<string, string> { ["count"] = contacts.Count.ToString(CultureInfo.InvariantCulture) }));
            await db.SaveChangesAsync(cancellationToken);
        }

        var yearAgo = time.GetUtcNow().AddDays(-DaysAfterAnswer);
        await db.TestRequests.Where(request => request.AnsweredAt < yearAgo && request.Email != null)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.ContactName, (string?)null).SetProperty(request => request.Email, (string?)null), cancellationToken);
    }
}
