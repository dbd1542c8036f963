using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>Finds the case that a coach wants to merge or divide, within scope and not their own.</summary>
internal sealed class MergeCases(IdeasDbContext db, CurrentUser user)
{
    /// <param name="version">The version that the coach saw; null to read.</param>
    public async Task<Outcome<Idea>> FindAsync(string caseNumber, int? version, CancellationToken cancellationToken)
    {
        var idea = await db.Ideas.Within(user.Scope(IdeasPermissions.Sort)).WithOwners().FirstOrDefaultAsync(one => one.CaseNumber == caseNumber, cancellationToken);
        if (idea is null) return GateCases.NoSuchCase;
        if (SeparationOfDuties.IsOwn(idea, user.RequiredId, user.Email)) return SeparationOfDuties.OwnIdea;
        return version is { } seen && seen != idea.Version ? Problem.Stale() : idea;
    }
}
