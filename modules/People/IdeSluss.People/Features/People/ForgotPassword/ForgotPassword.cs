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
    /// <summary>At most one mail to one address in this time, whoever asks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public async Task<Outcome<Done>> HandleAsync(ForgotPasswordRequest request, CancellationToken cancellationToken)
    {
        if (EmailAddress.Parse(request.Email) is not { } email)
            return Problem.Invalid(new FieldError("email", "E-postadress: skriv den som namn@exempel.se."));

        var now = time.GetUtcNow();
        var normalized = normalizer.NormalizeEmail(email);
        var person = await db.People.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
        if (person is null || !person.IsActive || person.IsDemo || person.LinkSentAt > now - Pause) return Done.It;

        db.Send(person.HasChosenPassword ? await mail.ResetAsync(person) : await mail.ConfirmAsync(person));
        person.LinkSentAt = now;
        // Stale means that someone else just asked for the same account: their mail goes out.
        await db.SaveAsync(cancellationToken);
        return Done.It;
    }
}
