using IdeSluss.Ideas.Data;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

/// <summary>Takes a case that nobody has. Of those who take it at the same moment one gets it, and the others hear who.</summary>
internal sealed class TakeCase(IdeasDbContext db, CurrentUser me, CoachPools pools, IPeopleDirectory people, TimeProvider time)
{
    /// <returns>The case's version afterwards. To take what is one's own already changes nothing.</returns>
    public async Task<Outcome<int>> HandleAsync(string caseNumber, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.WithOwners().Within(me.Scope(IdeasPermissions.Sort)).FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return OpenCase.OpenCase.NotFound;
        if (idea.CoachId == me.RequiredId) return idea.Version;
        if (!idea.IsOpen) return Problem.Conflict("Ärendet är avslutat.");
        if (idea.CoachId is { } coach) return await TakenByAsync(coach, cancellationToken);
        if (Decide.SeparationOfDuties.IsOwn(idea, me.RequiredId, me.Email)) return Decide.SeparationOfDuties.OwnIdea;
        if ((await pools.CoachesOfAsync(idea, cancellationToken)).All(person => person.Id != me.RequiredId)) return Problem.Forbidden("Du är inte coach för den här verksamheten eller i poolen.");
        Assignment.To(db, idea, me.RequiredId, me.RequiredId, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            var other = await db.Ideas.AsNoTracking().Where(one => one.Id == idea.Id).Select(one => one.CoachId).FirstOrDefaultAsync(cancellationToken);
            return other is { } first ? await TakenByAsync(first, cancellationToken) : Problem.Stale();
        }

        return idea.Version;
    }

    private async Task<Problem> TakenByAsync(Guid coach, CancellationToken cancellationToken) =>
        Problem.Conflict(new Text("{0} har redan tagit ärendet.", (await people.FindAsync(coach, cancellationToken))?.DisplayName ?? "–"));
}
