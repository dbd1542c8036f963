using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Organisation;

/// <param name="Below">The authority or unit it lies below; null for a new authority.</param>
/// <param name="ValidFrom">First day; today when nothing is said.</param>
internal sealed record AddPlaceRequest(Guid? Below, string? Code, string? Name, DateOnly? ValidFrom);

internal sealed record RenamePlaceRequest(string? Name);

/// <param name="LastDay">Inclusive.</param>
internal sealed record ClosePlaceRequest(DateOnly? LastDay);

/// <summary>Adds, renames and closes authorities and units. Codes and places in the tree stay: registers and old cases hang on them.</summary>
internal sealed class EditOrganisation(PeopleDbContext db, OrganisationCache cache, CurrentUser user, InstanceInfo instance, TimeProvider time)
{
    public async Task<Outcome<Guid>> AddAsync(AddPlaceRequest request, CancellationToken cancellationToken)
    {
        var code = request.Code?.Trim().ToUpperInvariant();
        var errors = OrganisationRules.Naming(code, request.Name).ToList();
        var (authority, parent) = await BelowAsync(request.Below, cancellationToken);
        if (request.Below is not null && authority is null) errors.Add(new("below", "Ligger under: välj ett av alternativen."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);

        var id = Guid.CreateVersion7();
        var from = request.ValidFrom ?? time.StockholmToday();
        if (authority is { } belongs)
            db.Units.Add(new() { Id = id, AuthorityId = belongs, ParentId = parent, Code = code!, Name = request.Name!.Trim(), ValidFrom = from });
        else
            db.Authorities.Add(new() { Id = id, Code = code!, Name = request.Name!.Trim(), ValidFrom = from });
        db.Audit(Fact("people.organisation-added", id, authority ?? id));

        if (!await db.TryAddAsync(cancellationToken)) return Problem.Invalid(new FieldError("code", "Kod: den finns redan. Välj en annan."));
        cache.Forget();
        return id;
    }

    public async Task<Outcome<int>> RenameAsync(Guid id, RenamePlaceRequest request, int? version, CancellationToken cancellationToken)
    {
        if (OrganisationRules.Naming(request.Name).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        return await ChangeAsync(id, version, "people.organisation-renamed", place =>
        {
            place.Name = request.Name!.Trim();
            return Task.FromResult<FieldError?>(null);
        }, cancellationToken);
    }

    public async Task<Outcome<int>> CloseAsync(Guid id, ClosePlaceRequest request, int? version, CancellationToken cancellationToken)
    {
        if (request.LastDay is not { } lastDay) return Problem.Invalid(new FieldError("lastDay", "Sista dag: fyll i."));
        return await ChangeAsync(id, version, "people.organisation-closed", async place =>
        {
            if (place.Code == instance.Municipality.ReceivingAuthority && place is Authority)
                return new("lastDay", "Nya idéer kommer hit först. Den kan därför inte avslutas.");
            var below = await db.Units.AsNoTracking()
                .Where(unit => unit.ParentId == id || (unit.ParentId == null && unit.AuthorityId == id))
                .ToListAsync(cancellationToken);
            if (OrganisationRules.Closing(lastDay, place.ValidFrom, below) is { } hinder) return hinder;
            place.ValidTo = lastDay;
            return null;
        }, cancellationToken);
    }

    private async Task<Outcome<int>> ChangeAsync(Guid id, int? version, string action, Func<IPlace, Task<FieldError?>> change, CancellationToken cancellationToken)
    {
        IPlace? place = await db.Units.SingleOrDefaultAsync(unit => unit.Id == id, cancellationToken);
        place ??= await db.Authorities.SingleOrDefaultAsync(authority => authority.Id == id, cancellationToken);
        if (place is null) return Problem.NotFound("Enheten finns inte.");
        if (version is { } seen && seen != place.Version) return Problem.Stale();
        if (await change(place) is { } error) return Problem.Invalid(error);

        db.Audit(Fact(action, id, place is OrgUnit unit ? unit.AuthorityId : id));
        if (await db.SaveAsync(cancellationToken) is { } problem) return problem;
        cache.Forget();
        return place.Version;
    }

    private async Task<(Guid? Authority, Guid? Parent)> BelowAsync(Guid? below, CancellationToken cancellationToken)
    {
        if (below is not { } id) return (null, null);
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, cancellationToken) is { } unit) return (unit.AuthorityId, unit.Id);
        return await db.Authorities.AnyAsync(authority => authority.Id == id, cancellationToken) ? (id, null) : (null, null);
    }

    private AuditFact Fact(string action, Guid id, Guid authority) => new(action, "organisation", id, user.RequiredId, authority);
}
