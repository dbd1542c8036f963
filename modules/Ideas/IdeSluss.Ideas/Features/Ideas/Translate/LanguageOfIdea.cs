using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Translate;

/// <summary>A coach has said which language an idea is written in: what rules guessed, and the task it made, follows.</summary>
internal sealed class LanguageOfIdea(IdeasDbContext db, LanguageRights rights, TimeProvider time)
{
    public async Task ChangedAsync(Idea idea, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        idea.Hints = TextLanguages.NeedsReader(idea.Language) ? idea.Hints | SensitiveHints.OtherLanguage : idea.Hints & ~SensitiveHints.OtherLanguage;
        var open = await db.Tasks.Where(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.OtherLanguage && task.DoneAt == null && !task.Cancelled).ToListAsync(cancellationToken);
        foreach (var task in open) task.Cancelled = true;
        if (TextLanguages.NeedsReader(idea.Language)) db.Tasks.Add(LanguageTasks.FindReader(idea, rights.For(idea.Language, now.StockholmDay()) is not null, now));
    }
}
