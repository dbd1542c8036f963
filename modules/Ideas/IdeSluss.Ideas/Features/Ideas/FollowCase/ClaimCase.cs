using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

/// <summary>Someone who is logged in and has the code adds the idea to their account. An idea that already has another's account stays theirs.</summary>
internal sealed class ClaimCase(IdeasDbContext db, FindByCode find, CurrentUser user)
{
    public async Task<Outcome<string>> HandleAsync(string? code, CancellationToken cancellationToken)
    {
        if ((await find.HandleAsync(code, cancellationToken)).Failed(out var wrong, out var id)) return wrong;
        var idea = await db.Ideas.FirstAsync(one => one.Id == id, cancellationToken);
        if (idea.SubmitterId == user.RequiredId) return idea.CaseNumber;
        if (idea.SubmitterId is not null) return Problem.Conflict("Idén hör redan till ett annat konto. Du kan läsa den med koden.", new FieldError("Code", "Kod: idén hör redan till ett annat konto."));
        idea.SubmitterId = user.RequiredId;
        if (idea.AnswerWay == AnswerWay.Code) idea.AnswerWay = AnswerWay.Account;
        db.Audit(new AuditFact("ideas.claimed", "idea", idea.Id, user.RequiredId, idea.AuthorityId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return idea.CaseNumber;
    }
}
