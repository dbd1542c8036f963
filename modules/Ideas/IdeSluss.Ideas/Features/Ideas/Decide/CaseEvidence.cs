using IdeSluss.Ideas.Data;
using IdeSluss.Sdk.Forms;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>The answers a case has so far: the idékort. Whoever asks has already been let in to the case.</summary>
internal sealed class CaseEvidence(IdeasDbContext db)
{
    public async Task<IReadOnlyDictionary<string, Answers>> OfAsync(string caseNumber, CancellationToken cancellationToken) =>
        (await db.Evidence.AsNoTracking()
            .Where(one => db.Ideas.Any(idea => idea.Id == one.IdeaId && idea.CaseNumber == caseNumber))
            .ToListAsync(cancellationToken))
        .ToDictionary(one => one.Form, one => Answers.Parse(one.Answers));
}
