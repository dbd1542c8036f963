using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <param name="Told">What became of it, in the words of the decision that closed it.</param>
internal sealed record ImplementedIdea(string CaseNumber, string Title, string TitleLanguage, string Told, string Language);

/// <summary>"Så blev det": the latest implemented ideas, for the start page.</summary>
internal sealed class ImplementedIdeas(IdeasDbContext db, TimeProvider time)
{
    private const int MostTitle = 80;
    private const int MostTold = 220;

    public async Task<IReadOnlyList<ImplementedIdea>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await db.Ideas.AsNoTracking().Public(now)
            .Where(idea => idea.CloseReason == CloseReasons.Implemented && idea.ClosedAt != null && !(idea.HeldUntil > now))
            .OrderByDescending(idea => idea.ClosedAt).Take(count)
            .Select(idea => new
            {
                idea.CaseNumber, idea.PublicTitle, idea.PublicText, idea.Language,
                // Archiving comes after it and tells nothing.
                Reason = db.Decisions.Where(one => one.IdeaId == idea.Id && one.CloseReason == CloseReasons.Implemented && one.Gate != Gates.Archive && one.TakenBackAt == null && one.EffectiveAt <= now)
                    .OrderByDescending(one => one.Id).Select(one => one.Reason).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ImplementedIdea(
                row.CaseNumber, row.PublicTitle ?? IdeaLines.Excerpt(row.PublicText!, MostTitle), row.PublicTitle is null ? row.Language : TextLanguages.Swedish,
                IdeaLines.Excerpt(row.Reason ?? row.PublicText!, MostTold), row.Reason is null ? row.Language : TextLanguages.Swedish)),
        ];
    }
}
