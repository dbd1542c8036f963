using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.MyIdeas;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Reconsidering;

internal sealed class OwnCases(IdeasDbContext db, ReadMyIdeas mine, FindByCode byCode, Receipts receipts, CurrentUser user) : IOwnCases
{
    public async Task<bool> IsOwnAsync(HttpContext http, Guid ideaId, CancellationToken cancellationToken)
    {
        if (receipts.Opened(http) is { } opened && await db.Ideas.AnyAsync(idea => idea.Id == opened && (idea.Id == ideaId || idea.MergedIntoId == ideaId), cancellationToken)) return true;
        return user.Id is { } person && await ReadMyIdeas.Of(db, person).AnyAsync(idea => idea.Id == ideaId || idea.MergedIntoId == ideaId, cancellationToken);
    }

    public async Task<Guid?> ByCodeAsync(string? code, CancellationToken cancellationToken) =>
        (await byCode.HandleAsync(code, cancellationToken)).Failed(out _, out var id) ? null : id;

    public Task<Guid?> ByNumberAsync(string caseNumber, CancellationToken cancellationToken) => mine.FindAsync(caseNumber, cancellationToken);
}
