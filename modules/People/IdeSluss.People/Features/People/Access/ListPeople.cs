using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Access;

/// <param name="Search">Part of a name, a title or an address.</param>
/// <param name="Role">Only those who hold it today.</param>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
internal sealed record ListPeopleRequest(string? Search, string? Role, string? Cursor);

/// <param name="Roles">Codes of the roles held today.</param>
internal sealed record PersonRow(Guid Id, string DisplayName, string Email, string? Title, bool IsActive, bool HasChosenPassword, IReadOnlyList<string> Roles);

/// <summary>Everyone with an account, by name.</summary>
internal sealed class ListPeople(PeopleDbContext db, InstanceInfo instance, TimeProvider time)
{
    public const int PageSize = 50;

    public async Task<Page<PersonRow>> HandleAsync(ListPeopleRequest request, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var people = db.People.AsNoTracking().Where(person => instance.IsDemo || !person.IsDemo);
        if (request.Search?.Trim() is { Length: > 0 and <= 100 } search)
        {
            var pattern = "%" + search.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            people = people.Where(person => EF.Functions.ILike(person.DisplayName, pattern) || EF.Functions.ILike(person.Email!, pattern) || EF.Functions.ILike(person.Title!, pattern));
        }

        if (!string.IsNullOrEmpty(request.Role))
            people = people.Where(person => person.Assignments.Any(one => one.Role == request.Role && one.EndedAt == null && one.ValidFrom <= today && (one.ValidTo == null || one.ValidTo >= today)));

        // The cursor is the last row's id; its name is looked up, since a name has no place in an address.
        if (Guid.TryParseExact(request.Cursor, "N", out var after)
            && await db.People.Where(person => person.Id == after).Select(person => person.DisplayName).SingleOrDefaultAsync(cancellationToken) is { } name)
            people = people.Where(person => EF.Functions.GreaterThan(ValueTuple.Create(person.DisplayName, person.Id), ValueTuple.Create(name, after)));

        var rows = await people
            .OrderBy(person => person.DisplayName).ThenBy(person => person.Id)
            .Take(PageSize + 1)
            .Select(person => new PersonRow(
                person.Id, person.DisplayName, person.Email!, person.Title, person.IsActive, person.PasswordHash != null,
                person.Assignments.Where(one => one.EndedAt == null && one.ValidFrom <= today && (one.ValidTo == null || one.ValidTo >= today)).Select(one => one.Role).Distinct().ToList()))
            .ToListAsync(cancellationToken);
        var page = rows.Take(PageSize).ToList();
        return new(page, rows.Count > PageSize ? page[^1].Id.ToString("N") : null);
    }
}
