using System.Security.Claims;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IdeSluss.People.Access;

/// <summary>
/// Asks the database at every request, in one query, whether the account still is active and the session's stamp still is its: a deactivated account
/// or a changed password ends sessions and bearer tokens at once, on every replica.
/// </summary>
internal sealed class CurrentUserLoader(PeopleDbContext db, OrganisationCache organisation, RoleGrants grants, InstanceInfo instance, TimeProvider time, IOptions<IdentityOptions> identity)
    : ICurrentUserLoader
{
    public async Task<bool> LoadAsync(ClaimsPrincipal principal, CurrentUser user, CancellationToken cancellationToken)
    {
        var claims = identity.Value.ClaimsIdentity;
        if (!Guid.TryParse(principal.FindFirstValue(claims.UserIdClaimType), out var id)) return false;

        var today = time.StockholmToday();
        var person = await db.People.AsNoTracking()
            .Where(person => person.Id == id && person.IsActive)
            .Select(person => new
            {
                person.IsDemo,
                person.SecurityStamp,
                person.DisplayName,
                person.Email,
                Roles = person.Assignments
                    .Where(assignment => assignment.EndedAt == null && assignment.ValidFrom <= today && (assignment.ValidTo == null || assignment.ValidTo >= today))
                    .Select(assignment => new HeldRole(assignment.Role, assignment.AuthorityId, assignment.UnitId))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null || (person.IsDemo && !instance.IsDemo)) return false;
        if (person.SecurityStamp is null || person.SecurityStamp != principal.FindFirstValue(claims.SecurityStampClaimType)) return false;

        var tree = await organisation.TreeAsync(cancellationToken);
        user.Become(
            id,
            person.DisplayName,
            person.Email ?? "",
            [.. person.Roles.Select(held => held.Role).Append(Roles.IdeaSubmitter).Distinct()],
            grants.Of(person.Roles, tree));
        return true;
    }
}
