using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>When the last day to answer has passed a coach is asked, once. Nothing here merges: silence is no yes.</summary>
internal sealed class UnansweredMerges(IdeasDbContext db, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var last = Guid.Empty;
        while (true)
        {
            var silent = await db.Merges.AsNoTracking().Where(one => one.State == MergeState.Asked && one.AnswerBy < today && one.Id > last)
                .OrderBy(one => one.Id).Take(RunClocks.Batch)
                .Select(one => new
                {
                    one.Id, Idea = db.Ideas.First(idea => idea.Id == one.IdeaId),
                    Told = db.Tasks.Any(task => task.IdeaId == one.IdeaId && task.Kind == CoachTaskKind.ConsiderMerge && task.CreatedAt >= one.AskedAt),
                }).ToListAsync(cancellationToken);
            if (silent.Count == 0) return;
            last = silent[^1].Id;
            foreach (var one in silent.Where(one => !one.Told))
                db.Tasks.Add(MergeQuestions.Task(one.Idea, CoachTaskKind.ConsiderMerge, "Idégivaren har inte svarat om att slå ihop. Ta tillbaka frågan, eller besluta på det ni vet.", now));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
