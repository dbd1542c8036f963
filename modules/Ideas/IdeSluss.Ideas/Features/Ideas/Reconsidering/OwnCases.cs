using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.MyIdeas;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Reconsidering;

internal sealed class OwnCases(IdeasDbContext db, ReadMyIdeas mine, FindByCode byCode, Receipts receipts, CurrentUser user, TimeProvider time) : IOwnCases
{
    public async Task<bool> IsOwnAsync(HttpContext http, Guid ideaId, CancellationToken cancellationToken)
    {
        if (receipts.Opened(http) is { } opened && await db.Ideas.AnyAsync(idea => idea.Id == opened && (idea.Id == ideaId || idea.MergedIntoId == ideaId), cancellationToken)) return true;
        return user.Id is { } person && await ReadMyIdeas.Of(db, person).AnyAsync(idea => idea.Id == ideaId || idea.MergedIntoId == ideaId, cancellationToken);
    }

    public async Task<Guid?> OwnAsync(HttpContext http, string caseNumber, CancellationToken cancellationToken)
    {
        if (receipts.Opened(http) is { } opened && await db.Ideas.AnyAsync(idea => idea.Id == opened && idea.CaseNumber == caseNumber, cancellationToken)) return opened;
        return user.IsAuthenticated ? await mine.FindAsync(caseNumber, cancellationToken) : null;
    }

    public async Task<OwnEnd?> EndOfAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await db.Ideas.AsNoTracking().Where(idea => idea.Id == ideaId && !idea.Restricted).Select(idea => new { idea.CaseNumber, Whole = idea.MergedIntoId ?? idea.Id }).FirstOrDefaultAsync(cancellationToken) is not { } own) return null;
        var way = await db.Ideas.AsNoTracking().Where(idea => idea.Id == own.Whole && !idea.Restricted && (idea.HeldUntil == null || idea.HeldUntil <= now))
            .Select(idea => new { idea.Stage, idea.CloseReason, At = idea.ClosedAt ?? idea.StageEnteredAt }).FirstOrDefaultAsync(cancellationToken);
        return way is not null && DecidedEnds.Is(way.Stage, way.CloseReason) ? new(own.CaseNumber, way.At) : null;
    }

    public async Task<Guid?> ByCodeAsync(string? code, CancellationToken cancellationToken) =>
        (await byCode.HandleAsync(code, cancellationToken)).Failed(out _, out var id) ? null : id;

    public Task<Guid?> ByNumberAsync(string caseNumber, CancellationToken cancellationToken) => mine.FindAsync(caseNumber, cancellationToken);
}
