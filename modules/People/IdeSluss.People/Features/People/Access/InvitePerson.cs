using IdeSluss.People.Accounts;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Access;

/// <param name="Language">BCP 47; the interface language of the page when nothing is said.</param>
internal sealed record InvitePersonRequest(string? Email, string? Name, string? Title, string? Language = null);

/// <summary>Makes an account for someone who chooses the password themselves. Roles are given afterwards, each by its own audited step.</summary>
internal sealed class InvitePerson(PeopleDbContext db, AccountCreation creation, AccountMail mail, Languages languages, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome<Guid>> HandleAsync(InvitePersonRequest request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(request.Email);
        FieldError?[] checks =
        [
            email is null ? new("email", "E-postadress: skriv den som namn@exempel.se.") : null,
            NameRules.CheckName(request.Name),
            NameRules.CheckTitle(request.Title),
        ];
        if (checks.OfType<FieldError>().ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);

        var person = creation.Add(email!, request.Name!, NameRules.Title(request.Title), languages.Offered(request.Language), user.RequiredId, "people.invited");
        db.Send(await mail.InvitationAsync(person));
        return await db.TryAddAsync(cancellationToken)
            ? person.Id
            : Problem.Conflict("Det finns redan ett konto med den e-postadressen.", new FieldError("email", "E-postadress: den har redan ett konto. Sök efter den i listan."));
    }

    /// <summary>Another mail, for one who has not used the first.</summary>
    public async Task<Outcome<Done>> AgainAsync(Guid personId, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(person => person.Id == personId, cancellationToken);
        if (person is null) return Problem.NotFound("Personen finns inte.");
        if (person.HasChosenPassword || !person.IsActive) return Problem.Conflict("Personen har redan valt lösenord eller är avstängd.");
        db.Send(await mail.InvitationAsync(person));
        person.LinkSentAt = time.GetUtcNow();
        db.Audit(new AuditFact("people.invited-again", "person", person.Id, user.RequiredId));
        return await db.SaveAsync(cancellationToken) is { } problem ? problem : Done.It;
    }
}

/// <summary>The first administrator of an instance, from the command line.</summary>
internal sealed class AdministratorCreation(PeopleDbContext db, AccountCreation creation, AccountLinks links, Languages languages, ILookupNormalizer normalizer, TimeProvider time)
    : IAdministratorCreation
{
    public async Task<string> CreateAsync(string email, CancellationToken cancellationToken)
    {
        var address = EmailAddress.Parse(email) ?? throw new InvalidOperationException($"{email} är ingen e-postadress.");
        var normalized = normalizer.NormalizeEmail(address);
        var person = await db.People.Include(person => person.Assignments).SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken);
        if (person is { HasChosenPassword: true }) throw new InvalidOperationException($"{address} har redan ett konto med lösenord. Ge rollen på /admin/behorigheter.");
        if (person is { IsActive: false }) throw new InvalidOperationException($"{address} är avstängd. Öppna kontot på /admin/behorigheter.");

        person ??= creation.Add(address, address, null, languages.All[0], actor: null, "people.administrator-created");
        var today = time.StockholmToday();
        if (!person.Assignments.Exists(assignment => assignment.Role == Roles.SystemAdmin && assignment.HoldsOn(today)))
        {
            db.Assignments.Add(new() { Id = Guid.CreateVersion7(), PersonId = person.Id, Role = Roles.SystemAdmin, ValidFrom = today, CreatedAt = time.GetUtcNow() });
            person.Version++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await links.ChoosePasswordAsync(person);
    }
}
