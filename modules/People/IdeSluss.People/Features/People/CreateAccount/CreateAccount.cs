using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.CreateAccount;

/// <param name="Language">BCP 47; the interface language of the page when nothing is said.</param>
internal sealed record CreateAccountRequest(string? Email, string? Name, string? Language = null);

/// <summary>
/// A resident makes an account to follow their own ideas. The answer is the same whether the address already has one; the mail says which.
/// </summary>
internal sealed class CreateAccount(PeopleDbContext db, ILookupNormalizer normalizer, AccountCreation creation, AccountMail mail, Languages languages, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(CreateAccountRequest request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(request.Email);
        FieldError?[] checks =
        [
            NameRules.CheckName(request.Name),
            email is null ? new("email", "E-postadress: skriv den som namn@exempel.se.") : null,
        ];
        if (checks.OfType<FieldError>().ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);

        var normalized = normalizer.NormalizeEmail(email!);
        var existing = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
        if (existing is not null)
        {
            await TellAsync(existing, cancellationToken);
            return Done.It;
        }

        var person = creation.Add(email!, request.Name!, null, languages.Offered(request.Language), actor: null, "people.account-created");
        db.Send(await mail.ConfirmAsync(person));
        // Someone with the same address was faster: their mail is on its way, and one is enough.
        await db.TryAddAsync(cancellationToken);
        return Done.It;
    }

    private async Task TellAsync(Person person, CancellationToken cancellationToken)
    {
        if (!person.IsActive || person.IsDemo || !await db.MaySendLinkAsync(person.Id, time.GetUtcNow(), cancellationToken)) return;
        db.Send(person.HasChosenPassword ? mail.AlreadyHasAccount(person) : await mail.ConfirmAsync(person));
        await db.SaveChangesAsync(cancellationToken);
    }
}
