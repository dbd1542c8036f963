using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>Finds the learner that someone is, and makes one the first time.</summary>
internal sealed class Learners(TrainingDbContext db, IPeopleDirectory people, CurrentUser me)
{
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    /// <summary>The one who is logged in.</summary>
    public async Task<Learner> MeAsync(CancellationToken cancellationToken) => await OfAsync((await people.FindAsync(me.RequiredId, cancellationToken))!, cancellationToken);

    /// <summary>Null for one who has never enrolled and is in no list.</summary>
    public Task<Learner?> KnownMeAsync(CancellationToken cancellationToken)
    {
        var person = me.RequiredId;
        return db.Learners.AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == person, cancellationToken);
    }

    /// <summary>An account and a line of a list are the same learner when they have the same address.</summary>
    public async Task<Learner> OfAsync(PersonInfo person, CancellationToken cancellationToken)
    {
        if (await db.Learners.FirstOrDefaultAsync(one => one.PersonId == person.Id, cancellationToken) is { } known) return known;
        var email = Normal(person.Email);
        // Two requests at once make one.
        await db.Database.ExecuteSqlAsync($"""
            insert into training.learner (id, person_id, email, name, language, tracks, listed) values ({Guid.CreateVersion7()}, {person.Id}, {email}, {person.DisplayName}, {person.Language}, array[]::text[], false)
            on conflict (email) do update set person_id = excluded.person_id where training.learner.person_id is null
            """, cancellationToken);
        return await db.Learners.FirstAsync(one => one.PersonId == person.Id || one.Email == email, cancellationToken);
    }

    /// <summary>By address: someone of a list, or an account. Null when nobody has it.</summary>
    public async Task<Learner?> ByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normal = Normal(email);
        if (await db.Learners.FirstOrDefaultAsync(one => one.Email == normal, cancellationToken) is { } known) return known;
        return await people.FindByEmailAsync(normal, cancellationToken) is { IsActive: true } person ? await OfAsync(person, cancellationToken) : null;
    }

    /// <summary>Held for the rest of the transaction, always in the same order: whoever enrols somebody in two sessions at the same moment waits for the first of them.</summary>
    public Task HoldAsync(Guid[] learners, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select 1 from training.learner where id = any({learners}) order by id for no key update", cancellationToken);

    /// <summary>By what a list says, and for the one who is logged in by their roles.</summary>
    public IReadOnlyList<RoleTrack> TracksOf(Learner learner) =>
        learner.PersonId == me.Id ? [.. TracksOfRoles.Of(me.Roles).Union(learner.Tracks).Order()] : learner.Tracks.Length > 0 ? learner.Tracks : [RoleTrack.Staff];

    /// <summary>Those who approve for a learner: the nearest manager first, never the learner.</summary>
    public async Task<IReadOnlyList<PersonInfo>> ManagersOfAsync(Learner learner, CancellationToken cancellationToken)
    {
        if (learner.AuthorityId is not { } authority) return [];
        var managers = await people.InRoleAsync(Roles.NeedOwner, authority, learner.UnitId, cancellationToken);
        var deciders = await people.InRoleAsync(Roles.DelegatedDecisionMaker, authority, learner.UnitId, cancellationToken);
        return [.. managers.Concat(deciders).Where(manager => manager.Id != learner.PersonId).DistinctBy(manager => manager.Id)];
    }
}
