using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.ForgotPassword;

internal sealed record ForgotPasswordRequest(string? Email);

/// <summary>Mails a link to whoever has an account, and answers the same whether there is one or not.</summary>
internal sealed class ForgotPassword(PeopleDbContext db, ILookupNormalizer normalizer, AccountMail mail, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(ForgotPasswordRequest request, CancellationToken cancellationToken)
    {
        if (EmailAddress.Parse(request.Email) is not { } email)
            return Problem.Invalid(new FieldError("email", "E-postadress: skriv den som namn@exempel.se."));

        var normalized = normalizer.NormalizeEmail(email);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
        if (person is null || !person.IsActive || person.IsDemo || !await db.MaySendLinkAsync(person.Id, time.GetUtcNow(), cancellationToken)) return Done.It;

        db.Send(person.HasChosenPassword ? await mail.ResetAsync(person) : await mail.ConfirmAsync(person));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
