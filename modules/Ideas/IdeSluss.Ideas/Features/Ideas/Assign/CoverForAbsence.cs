using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

/// <param name="From">Who is away.</param>
/// <param name="To">Who takes over; null gives the cases back to everyone.</param>
internal sealed record CoverRequest(Guid? From, Guid? To);

internal sealed record CoachLoad(Guid Id, string Name, int OpenCases);

/// <summary>Hands all open cases and tasks of a coach who is away to another: what is due during an absence must not wait for its end.</summary>
internal sealed class CoverForAbsence(IdeasDbContext db, CurrentUser me, IPeopleDirectory people, IOrganisation organisation, CoachPools pools, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Coaches within the caller's scope, with how much each has.</summary>
    public async Task<IReadOnlyList<CoachLoad>> CoachesAsync(CancellationToken cancellationToken)
    {
        var scope = me.Scope(IdeasPermissions.Assign);
        var counts = await Open().Where(idea => idea.CoachId != null).GroupBy(idea => idea.CoachId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        var coaches = new Dictionary<Guid, PersonInfo>();
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
        {
            if (scope.Covers(authority.Id, null))
                foreach (var person in await people.InRoleAsync(Roles.IdeaCoach, authority.Id, null, cancellationToken)) coaches[person.Id] = person;
        }

        foreach (var unit in (await organisation.UnitsAsync(cancellationToken)).Where(unit => scope.Units.Contains(unit.Id)))
            foreach (var person in await people.InRoleAsync(Roles.IdeaCoach, unit.AuthorityId, unit.Id, cancellationToken)) coaches[person.Id] = person;

        // Someone whose account is closed may still have cases: they are listed, so that the work can be handed on.
        foreach (var (id, person) in await people.FindManyAsync([.. counts.Keys.Where(id => !coaches.ContainsKey(id))], cancellationToken)) coaches[id] = person;
        return [.. coaches.Values.OrderBy(person => person.DisplayName, StringComparer.CurrentCulture).Select(person => new CoachLoad(person.Id, person.DisplayName, counts.GetValueOrDefault(person.Id)))];
    }

    /// <returns>How many cases were handed over.</returns>
    public async Task<Outcome<int>> HandleAsync(CoverRequest request, CancellationToken cancellationToken)
    {
        if (request.From is not { } from) return Problem.Invalid(new FieldError(nameof(request.From), "Vem är borta? Välj en coach."));
        if (request.To == from) return Problem.Invalid(new FieldError(nameof(request.To), "Vem tar över? Välj någon annan än den som är borta."));
        if (request.To is { } to && (await people.FindAsync(to, cancellationToken)) is not { IsActive: true })
            return Problem.Invalid(new FieldError(nameof(request.To), "Vem tar över? Välj en coach."));

        var now = time.GetUtcNow();
        var moved = 0;
        var last = Guid.Empty;
        var coachesAt = new Dictionary<(Guid, Guid?, Guid?), IReadOnlyList<PersonInfo>>();
        while (true)
        {
            var cases = await Open().WithOwners().Where(idea => idea.CoachId == from && idea.Id > last).OrderBy(idea => idea.Id).Take(Batch).ToListAsync(cancellationToken);
            if (cases.Count == 0) break;
            last = cases[^1].Id;
            var ids = cases.Select(idea => idea.Id).ToList();
            foreach (var idea in cases)
            {
                // One's own idea goes to everyone instead of to oneself, and so does a case where the other is not a coach.
                if (!coachesAt.TryGetValue((idea.AuthorityId, idea.UnitId, idea.PoolUnitId), out var here))
                    coachesAt[(idea.AuthorityId, idea.UnitId, idea.PoolUnitId)] = here = await pools.CoachesOfAsync(idea, cancellationToken);
                var coach = request.To is { } person && !idea.IsOwnOf(person) && here.Any(one => one.Id == person) ? request.To : null;
                Assignment.To(db, idea, coach, me.RequiredId, now);
                moved++;
            }

            foreach (var task in await db.Tasks.Where(task => task.AssigneeId == from && task.DoneAt == null && !task.Cancelled && task.IdeaId != null && ids.Contains(task.IdeaId.Value)).ToListAsync(cancellationToken))
                task.AssigneeId = request.To;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Problem.Stale();
            }

            db.ChangeTracker.Clear();
        }

        return moved;
    }

    private IQueryable<Idea> Open() => db.Ideas.Within(me.Scope(IdeasPermissions.Assign)).Where(idea => idea.Status != IdeaStatus.Closed);
}
