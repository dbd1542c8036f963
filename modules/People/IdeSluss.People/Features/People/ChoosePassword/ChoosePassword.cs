using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.ChoosePassword;

/// <inheritdoc cref="ResetPassword.ResetPasswordRequest"/>
internal sealed record ChoosePasswordRequest(Guid Id, string? Code, string? Name, string? Password);

/// <summary>Accepts an invitation, or confirms the address of an account one made oneself: name and first password.</summary>
internal sealed class ChoosePassword(PeopleDbContext db, AccountLinks links, IPasswordHasher<Person> hasher)
{
    /// <summary>Whom the link belongs to; null when it is used, too old or not ours.</summary>
    public async Task<Person?> FindAsync(Guid id, string? code, CancellationToken cancellationToken) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id && person.IsActive && person.PasswordHash == null, cancellationToken) is { } person
            && await links.MayChoosePasswordAsync(person, code)
                ? person
                : null;

    public async Task<Outcome<Person>> HandleAsync(ChoosePasswordRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Id, request.Code, cancellationToken) is not { } person)
            return Problem.NotFound("Länken gäller inte längre. Har du redan valt lösenord? Logga in. Annars be om en ny länk.");

        FieldError?[] checks = [NameRules.CheckName(request.Name), PasswordRules.Check(request.Password, person.Email)];
        if (checks.OfType<FieldError>().ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);

        person.Describe(request.Name!.Trim(), person.Title, person.Language);
        person.PasswordHash = hasher.HashPassword(person, request.Password!);
        person.EmailConfirmed = true;
        person.EndSessions();
        db.Audit(new AuditFact("people.password-chosen", "person", person.Id, person.Id));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : person;
    }
}
