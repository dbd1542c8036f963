using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>
/// A case that waits for its submitter: one reminder, then a proposal to a coach. Silence never closes an idea: nothing here changes the case. That something was
/// done in this pause is known by the task it left behind.
/// </summary>
internal sealed class RemindSubmitters(IdeasDbContext db, SubmitterMail submitters, IStringLocalizer texts, TimeProvider time)
{
    private const int DaysToDoIt = 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var last = Guid.Empty;
        while (true)
        {
            var waiting = await db.Ideas.AsNoTracking().Include(idea => idea.Contact)
                .Where(idea => idea.Status == IdeaStatus.Waiting && idea.PausedAt != null && idea.Id > last)
                .OrderBy(idea => idea.Id).Take(RunClocks.Batch).ToListAsync(cancellationToken);
            if (waiting.Count == 0) return;
            last = waiting[^1].Id;
            var ids = waiting.Select(idea => (Guid?)idea.Id).ToList();
            var tasks = (await db.Tasks.AsNoTracking()
                .Where(task => ids.Contains(task.IdeaId) && (task.Kind == CoachTaskKind.RemindSubmitter || task.Kind == CoachTaskKind.ConsiderClosing))
                .Select(task => new { task.IdeaId, task.Kind, task.CreatedAt }).ToListAsync(cancellationToken)).ToLookup(task => task.IdeaId);
            foreach (var idea in waiting)
            {
                var paused = idea.PausedAt!.Value;
                bool Has(CoachTaskKind kind) => tasks[idea.Id].Any(task => task.Kind == kind && task.CreatedAt >= paused);
                if (CaseClock.ShouldRemind(paused.StockholmDay(), today) && !Has(CoachTaskKind.RemindSubmitter)) await RemindAsync(idea, now, cancellationToken);
                if (CaseClock.ShouldProposeClosing(paused.StockholmDay(), today) && !Has(CoachTaskKind.ConsiderClosing))
                    db.Tasks.Add(Task(idea, CoachTaskKind.ConsiderClosing, "Idégivaren har inte svarat. Besluta på det ni vet: gå vidare eller avsluta.", now));
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task RemindAsync(Idea idea, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = Task(idea, CoachTaskKind.RemindSubmitter, "Påminn idégivaren om frågan.", now);
        if (idea.AnswerWay is AnswerWay.Email or AnswerWay.Account or AnswerWay.Code)
        {
            // Done by the system, or impossible: someone who reads with a code alone has left no way to be reached.
            var address = await submitters.FindAsync(idea, cancellationToken);
            if (address is not null) Send(idea, address);
            task.DoneAt = now;
            task.DoneNote = address is null ? "Går inte att påminna: idégivaren läser själv med sin kod." : "Påmint med e-post.";
        }

        db.Tasks.Add(task);
    }

    private void Send(Idea idea, SubmitterAddress to)
    {
        using var _ = new SpeakingTo(to.Language);
        db.Send(new OutgoingMail(
            to.Address, texts["Vi väntar på ditt svar om idén {0}", idea.CaseNumber],
            texts["Hej!\n\nVi har en fråga om din idé {0}. Läs den och svara här:\n{1}\n\nTiden står still tills du svarar.\n", idea.CaseNumber, to.Link], idea.CaseNumber));
    }

    private static CoachTask Task(Idea idea, CoachTaskKind kind, string what, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, Kind = kind, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId,
        CreatedAt = now, VisibleFrom = now, Due = WorkingDays.Add(now.StockholmDay(), DaysToDoIt), What = what,
    };
}
