using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Access;

/// <param name="Place">Name of the authority or unit; null for the whole municipality.</param>
/// <param name="ValidTo">Last day, inclusive.</param>
/// <param name="DeputyFor">Name of the person whose absence this covers.</param>
/// <param name="HoldsToday">False when it has not begun.</param>
internal sealed record AssignmentView(Guid Id, string Role, Guid? AuthorityId, Guid? UnitId, string? Place, DateOnly ValidFrom, DateOnly? ValidTo, string? DeputyFor, bool HoldsToday);

/// <param name="HasChosenPassword">False while the invitation is unused.</param>
internal sealed record PersonView(
    Guid Id, string DisplayName, string Email, string? Title, string Language, bool IsActive, bool HasChosenPassword, DateTimeOffset CreatedAt, int Version, IReadOnlyList<AssignmentView> Assignments);

/// <summary>One person with the roles they hold or will hold.</summary>
internal sealed class ShowPerson(PeopleDbContext db, OrganisationCache organisation, InstanceInfo instance, TimeProvider time)
{
    public async Task<PersonView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var person = await db.People.AsNoTracking()
            .Include(person => person.Assignments.Where(one => one.EndedAt == null && (one.ValidTo == null || one.ValidTo >= today)).OrderBy(one => one.Role).ThenBy(one => one.Id))
            .SingleOrDefaultAsync(person => person.Id == id && (instance.IsDemo || !person.IsDemo), cancellationToken);
        if (person is null) return null;

        var coveredIds = person.Assignments.Select(one => one.DeputyForId).OfType<Guid>().ToList();
        var covered = await db.People.Where(one => coveredIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.DisplayName, cancellationToken);
        var tree = await organisation.TreeAsync(cancellationToken);
        return new(
            person.Id, person.DisplayName, person.Email!, person.Title, person.Language, person.IsActive, person.HasChosenPassword, person.CreatedAt, person.Version,
            [
                .. person.Assignments.Select(one => new AssignmentView(
                    one.Id, one.Role, one.AuthorityId, one.UnitId, PlaceOf(one, tree), one.ValidFrom, one.ValidTo,
                    one.DeputyForId is { } other ? covered.GetValueOrDefault(other) : null, one.HoldsOn(today))),
            ]);
    }

    private static string? PlaceOf(RoleAssignment assignment, OrganisationTree tree) =>
        assignment.UnitId is { } unit ? tree.Unit(unit)?.Name : assignment.AuthorityId is { } authority ? tree.Authority(authority)?.Name : null;
}
