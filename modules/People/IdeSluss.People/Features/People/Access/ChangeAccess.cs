using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IdeSluss.People.Features.Access;

/// <param name="Role">Code (<see cref="Roles"/>).</param>
/// <param name="Scope">An authority's or a unit's id; null for the whole municipality.</param>
/// <param name="ValidFrom">First day; today when nothing is said.</param>
/// <param name="ValidTo">Last day, inclusive; required for a deputy.</param>
/// <param name="DeputyFor">E-mail address of the person whose absence this covers.</param>
internal sealed record GiveRoleRequest(string? Role, Guid? Scope, DateOnly? ValidFrom, DateOnly? ValidTo, string? DeputyFor);

/// <summary>Gives and takes roles, closes and opens accounts. Every change is audited; nobody changes their own; one administrator always remains.</summary>
internal sealed class ChangeAccess(PeopleDbContext db, ILookupNormalizer normalizer, CurrentUser user, InstanceInfo instance, TimeProvider time)
{
    // Two administrators who remove each other at the same moment must come one after the other.
    private const long LastAdministratorLock = 0x1DE5_0001;

    public async Task<Outcome<Guid>> GiveRoleAsync(Guid personId, GiveRoleRequest request, int? version, CancellationToken cancellationToken)
    {
        if (AccessRules.MayChange(user.RequiredId, personId) is { } forbidden) return forbidden;
        if (await FindAsync(personId, cancellationToken) is not { } person) return NoSuchPerson();
        if (version is { } seen && seen != person.Version) return Problem.Stale();

        var today = time.StockholmToday();
        var errors = new List<FieldError>();
        var (authority, unit) = await ScopeAsync(request.Scope, errors, cancellationToken);
        var assignment = new RoleAssignment
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            Role = request.Role ?? "",
            AuthorityId = authority,
            UnitId = unit,
            ValidFrom = request.ValidFrom ?? today,
            ValidTo = request.ValidTo,
            DeputyForId = await DeputyForAsync(request.DeputyFor, errors, cancellationToken),
            CreatedAt = time.GetUtcNow(),
        };
        errors.AddRange(AccessRules.Assignment(assignment, today));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        db.Assignments.Add(assignment);
        person.Version++;
        db.Audit(Fact("people.role-given", personId, assignment));
        try
        {
            return await db.TryAddAsync(cancellationToken)
                ? assignment.Id
                : Problem.Conflict("Personen har redan den rollen där.");
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }
    }

    public Task<Outcome<Done>> TakeRoleAsync(Guid personId, Guid assignmentId, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(personId, version, person =>
        {
            if (person.Assignments.Find(one => one.Id == assignmentId && one.EndedAt is null) is not { } assignment)
                return Problem.NotFound("Rollen är redan borttagen.");
            assignment.EndedAt = time.GetUtcNow();
            person.Version++;
            db.Audit(Fact("people.role-taken", personId, assignment));
            return null;
        }, cancellationToken);

    /// <summary>Every session and token of the person ends at its next request.</summary>
    public Task<Outcome<Done>> DeactivateAsync(Guid personId, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(personId, version, person =>
        {
            if (!person.IsActive) return null;
            person.Deactivate(time.GetUtcNow());
            db.Audit(new AuditFact("people.deactivated", "person", personId, user.RequiredId));
            db.Publish(new PersonDeactivated(personId, time.GetUtcNow()), personId);
            return null;
        }, cancellationToken);

    public Task<Outcome<Done>> ReactivateAsync(Guid personId, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(personId, version, person =>
        {
            if (person.IsActive) return null;
            person.Reactivate();
            db.Audit(new AuditFact("people.reactivated", "person", personId, user.RequiredId));
            return null;
        }, cancellationToken);

    private async Task<Outcome<Done>> ChangeAsync(Guid personId, int? version, Func<Person, Problem?> change, CancellationToken cancellationToken)
    {
        if (AccessRules.MayChange(user.RequiredId, personId) is { } forbidden) return forbidden;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LastAdministratorLock})", cancellationToken);

        if (await FindAsync(personId, cancellationToken) is not { } person) return NoSuchPerson();
        if (version is { } seen && seen != person.Version) return Problem.Stale();
        var before = await AdministratorRemainsAsync(cancellationToken);
        if (change(person) is { } problem) return problem;
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        if (before && !await AdministratorRemainsAsync(cancellationToken))
            return Problem.Conflict("Detta är den sista systemförvaltaren. Ge först rollen till någon annan.");

        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private async Task<bool> AdministratorRemainsAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var held = await db.Assignments.AsNoTracking()
            .Where(assignment => assignment.Role == Roles.SystemAdmin && assignment.EndedAt == null)
            .Join(db.People.AsNoTracking().Where(person => instance.IsDemo || !person.IsDemo), assignment => assignment.PersonId, person => person.Id, (assignment, person) => new { assignment, person })
            .ToListAsync(cancellationToken);
        return held.Exists(one => AccessRules.IsLastingAdministrator(one.person, one.assignment, today));
    }

    private Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.People.Include(person => person.Assignments).SingleOrDefaultAsync(person => person.Id == id, cancellationToken);

    private async Task<(Guid? Authority, Guid? Unit)> ScopeAsync(Guid? scope, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (scope is not { } id) return (null, null);
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, cancellationToken) is { } unit) return (unit.AuthorityId, unit.Id);
        if (await db.Authorities.AnyAsync(authority => authority.Id == id, cancellationToken)) return (id, null);
        errors.Add(new("scope", "Gäller för: välj ett av alternativen."));
        return (null, null);
    }

    private async Task<Guid?> DeputyForAsync(string? email, List<FieldError> errors, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(email)) return null;
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var id = await db.People.Where(person => person.NormalizedEmail == normalized).Select(person => (Guid?)person.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null) errors.Add(new("deputyFor", "Ersätter: det finns ingen med den e-postadressen."));
        return id;
    }

    private AuditFact Fact(string action, Guid personId, RoleAssignment assignment) => new(action, "person", personId, user.RequiredId, assignment.AuthorityId, new Dictionary<string, string>
    {
        ["assignment"] = assignment.Id.ToString(),
        ["role"] = assignment.Role,
        ["unit"] = assignment.UnitId?.ToString() ?? "",
        ["deputyFor"] = assignment.DeputyForId?.ToString() ?? "",
    });

    private static Problem NoSuchPerson() => Problem.NotFound("Personen finns inte.");
}
