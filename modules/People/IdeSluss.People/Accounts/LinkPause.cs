using IdeSluss.People.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Accounts;

/// <summary>At most one mail with a link to one address in a while, whoever asks and however many at once: nobody's mailbox is filled through our forms.</summary>
internal static class LinkPause
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <returns>False when a link was just sent.</returns>
    public static async Task<bool> MaySendLinkAsync(this PeopleDbContext db, Guid personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var earlier = now - Length;
        // One statement decides, so that of many at once exactly one sends.
        return await db.People
            .Where(person => person.Id == personId && (person.LinkSentAt == null || person.LinkSentAt <= earlier))
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LinkSentAt, now), cancellationToken) == 1;
    }
}
