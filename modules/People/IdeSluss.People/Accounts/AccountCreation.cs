using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using Microsoft.AspNetCore.Identity;

namespace IdeSluss.People.Accounts;

/// <summary>Adds an account without password; the link in the mail proves that the address is right and lets the person choose one.</summary>
internal sealed class AccountCreation(PeopleDbContext db, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Queued with the next save. Nobody can pre-register someone else's address with a password of their own, since none is taken here.</summary>
    public Person Add(string email, string name, string? title, string language, Guid? actor, string action)
    {
        var person = Person.New(email, name.Trim(), time.GetUtcNow());
        person.Title = title;
        person.Language = language;
        person.NormalizedEmail = person.NormalizedUserName = normalizer.NormalizeEmail(email);
        person.LinkSentAt = time.GetUtcNow();
        db.People.Add(person);
        db.Audit(new AuditFact(action, "person", person.Id, actor));
        return person;
    }
}
