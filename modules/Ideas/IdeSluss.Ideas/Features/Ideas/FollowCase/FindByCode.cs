using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>
/// Finds the case that a code opens. The work is the same whether the code is right, wrong or no code at all: one HMAC and one look-up by it, so that time tells
/// nothing. Guessing is stopped by the rate limit.
/// </summary>
internal sealed class FindByCode(IdeasDbContext db, FollowCodes codes)
{
    public async Task<Outcome<Guid>> HandleAsync(string? typed, CancellationToken cancellationToken)
    {
        var hash = codes.HashOf(typed is { Length: <= 40 } ? typed : "");
        var id = await db.Ideas.AsNoTracking().Where(idea => idea.FollowCodeHash == hash).Select(idea => (Guid?)idea.Id).FirstOrDefaultAsync(cancellationToken);
        if (FollowCodes.LooksLikeCode(typed) && id is { } found) return found;
        return Problem.Invalid(new FieldError("Code", string.IsNullOrWhiteSpace(typed)
            ? "Kod: fyll i koden som du fick när du lämnade idén."
            : "Kod: den stämmer inte. Koden har åtta tecken, till exempel K7MP-4RTX. Läs på ditt kvitto och försök igen."));
    }
}
