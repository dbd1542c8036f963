using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Account;

internal sealed record UpdateAccountRequest(string? Name, string? Title, string? Language);

internal sealed record ChangePasswordRequest(string? CurrentPassword, string? Password);

/// <summary>What one may do to one's own account. The e-mail address is changed by an administrator, since roles follow it.</summary>
internal sealed class OwnAccount(PeopleDbContext db, CurrentUser user, Languages languages, AccountMail mail, IPasswordHasher<Person> hasher)
{
    public Task<Person> FindAsync(CancellationToken cancellationToken)
    {
        var id = user.RequiredId;
        return db.People.SingleAsync(person => person.Id == id, cancellationToken);
    }

    public async Task<Outcome<Person>> UpdateAsync(UpdateAccountRequest request, int? version, CancellationToken cancellationToken)
    {
        FieldError?[] checks =
        [
            NameRules.CheckName(request.Name),
            NameRules.CheckTitle(request.Title),
            languages.Has(request.Language) ? null : new("language", "Språk: välj ett av alternativen."),
        ];
        if (checks.OfType<FieldError>().ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);

        var person = await FindAsync(cancellationToken);
        if (version is { } seen && seen != person.Version) return Problem.Stale();
        person.Describe(request.Name!.Trim(), NameRules.Title(request.Title), request.Language!);
        db.Audit(new AuditFact("people.account-changed", "person", person.Id, person.Id));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : person;
    }

    /// <summary>Other sessions end; the caller gets a new one.</summary>
    public async Task<Outcome<Person>> ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken)
    {
        var person = await FindAsync(cancellationToken);
        FieldError?[] checks =
        [
            IsCurrent(person, request.CurrentPassword) ? null : new("currentPassword", "Nuvarande lösenord: det stämmer inte."),
            PasswordRules.Check(request.Password, person.Email),
        ];
        if (checks.OfType<FieldError>().ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (person.IsDemo) return Problem.Forbidden("I demoläget delar alla på lösenordet. Det går inte att ändra.");

        person.PasswordHash = hasher.HashPassword(person, request.Password!);
        person.EndSessions();
        person.Version++;
        db.Audit(new AuditFact("people.password-changed", "person", person.Id, person.Id));
        db.Send(mail.PasswordChanged(person));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : person;
    }

    /// <inheritdoc cref="ChangePasswordAsync"/>
    public async Task<Outcome<Person>> EndOtherSessionsAsync(CancellationToken cancellationToken)
    {
        var person = await FindAsync(cancellationToken);
        person.EndSessions();
        person.Version++;
        db.Audit(new AuditFact("people.sessions-ended", "person", person.Id, person.Id));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : person;
    }

    private bool IsCurrent(Person person, string? password) =>
        password is { Length: > 0 and <= PasswordRules.Longest } && person.PasswordHash is { } hash
            && hasher.VerifyHashedPassword(person, hash, password) != PasswordVerificationResult.Failed;
}
