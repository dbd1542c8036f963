using IdeSluss.People.Accounts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.LogIn;

internal sealed record LogInRequest(string? Email, string? Password);

/// <summary>
/// Checks who someone is; page and API then give a cookie or a token. Every refusal has the same words and costs the same work, so that nobody learns
/// which addresses have an account.
/// </summary>
internal sealed class LogIn(PeopleDbContext db, ILookupNormalizer normalizer, IPasswordHasher<Person> hasher, InstanceInfo instance, TimeProvider time)
{
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    // Compared with when there is no account or no password, for the time it takes.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(null!, Guid.CreateVersion7().ToString()));

    public async Task<Outcome<Person>> HandleAsync(LogInRequest request, CancellationToken cancellationToken)
    {
        var errors = Missing(request).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);

        var email = normalizer.NormalizeEmail(request.Email!.Trim());
        var person = await db.People.AsNoTracking().Include(person => person.Assignments).SingleOrDefaultAsync(person => person.NormalizedEmail == email, cancellationToken);
        // The attempt is counted before the password is looked at: many guesses at once are still only five.
        var counted = person is not null && await CountAttemptAsync(person.Id, cancellationToken);

        var matches = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? NobodysHash.Value, Shortened(request.Password!)) != PasswordVerificationResult.Failed;
        if (!counted || !matches || person!.PasswordHash is null || !MayEnter(person)) return Wrong();

        await db.People.Where(one => one.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AccessFailedCount, 0).SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
        return person;
    }

    /// <summary>A demo persona by its address, without password; only where everything is invented.</summary>
    public async Task<Outcome<Person>> AsPersonaAsync(string? email, CancellationToken cancellationToken)
    {
        if (!instance.IsDemo) return Wrong();
        var address = normalizer.NormalizeEmail(email ?? "");
        var person = await db.People.AsNoTracking().Include(person => person.Assignments)
            .SingleOrDefaultAsync(person => person.NormalizedEmail == address && person.IsDemo && person.IsActive, cancellationToken);
        return person is null ? Wrong() : person;
    }

    /// <summary>Where one goes after logging in: those who work with ideas to their inbox, others to their own ideas.</summary>
    public string StartPageOf(Person person) =>
        person.Assignments.Exists(assignment => assignment.HoldsOn(time.StockholmToday())) ? "/arbete" : "/mina-ideer";

    private bool MayEnter(Person person) => person.IsActive && person.EmailConfirmed && (!person.IsDemo || instance.IsDemo);

    /// <returns>False while the account is locked.</returns>
    private async Task<bool> CountAttemptAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + Lockout;
        return await db.People
            .Where(person => person.Id == id && (person.LockoutEnd == null || person.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(person => person.LockoutEnd, person => person.AccessFailedCount + 1 >= IdentitySetup.FailuresBeforeLockout ? until : null)
                    .SetProperty(person => person.AccessFailedCount, person => person.AccessFailedCount + 1 >= IdentitySetup.FailuresBeforeLockout ? 0 : person.AccessFailedCount + 1),
                cancellationToken) == 1;
    }

    private static IEnumerable<FieldError> Missing(LogInRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Email)) yield return new("email", "E-postadress: fältet är tomt.");
        if (string.IsNullOrEmpty(request.Password)) yield return new("password", "Lösenord: fältet är tomt.");
    }

    // A megabyte of password would cost a megabyte of hashing.
    private static string Shortened(string password) => password.Length <= PasswordRules.Longest ? password : "";

    private static Problem Wrong() => Problem.Invalid(new FieldError(
        "email", new Text("E-postadressen eller lösenordet stämmer inte. Efter {0} försök måste du vänta 15 minuter.", IdentitySetup.FailuresBeforeLockout)));
}
