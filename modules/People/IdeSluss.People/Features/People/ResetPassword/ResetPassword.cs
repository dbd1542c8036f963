using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.ResetPassword;

/// <param name="Id">From the link.</param>
/// <param name="Code">From the link.</param>
internal sealed record ResetPasswordRequest(Guid Id, string? Code, string? Password);

/// <summary>A new password by the link in the mail. Ends every session, and any lockout.</summary>
internal sealed class ResetPassword(PeopleDbContext db, AccountLinks links, AccountMail mail, IPasswordHasher<Person> hasher)
{
    public async Task<bool> LinkWorksAsync(Guid id, string? code, CancellationToken cancellationToken) =>
        await FindAsync(id, code, cancellationToken) is not null;

    public async Task<Outcome<Done>> HandleAsync(ResetPasswordRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Id, request.Code, cancellationToken) is not { } person)
            return Problem.NotFound("Länken gäller inte längre. Be om en ny.");
        if (PasswordRules.Check(request.Password, person.Email) is { } wrong) return Problem.Invalid(wrong);

        person.PasswordHash = hasher.HashPassword(person, request.Password!);
        person.EmailConfirmed = true;
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
        person.EndSessions();
        // Two uses of one link at the same moment: the second meets a newer version.
        person.Version++;
        db.Audit(new AuditFact("people.password-reset", "person", person.Id, person.Id));
        db.Send(mail.PasswordChanged(person));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : Done.It;
    }

    private async Task<Person?> FindAsync(Guid id, string? code, CancellationToken cancellationToken) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id && person.IsActive, cancellationToken) is { } person
            && await links.MayResetPasswordAsync(person, code)
                ? person
                : null;
}
