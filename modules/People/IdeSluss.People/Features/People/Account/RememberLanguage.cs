using IdeSluss.People.Data;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Account;

/// <summary>The language chosen at the foot of a page goes with the account. Whoever edits the account at the same moment is told that it has changed.</summary>
internal sealed class RememberLanguage(PeopleDbContext db) : IRememberLanguage
{
    public async Task RememberAsync(Guid person, string language, CancellationToken cancellationToken)
    {
        var account = await db.People.SingleOrDefaultAsync(one => one.Id == person, cancellationToken);
        if (account is null || account.Language == language) return;
        account.Describe(account.DisplayName, account.Title, language);
        db.Audit(new AuditFact("people.account-changed", "person", account.Id, account.Id));
        await db.SaveChangesAsync(cancellationToken);
    }
}
