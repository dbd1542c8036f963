using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Inbox;

internal enum InboxFilter
{
    /// <summary>What a coach is the next to decide.</summary>
    Waiting,
    Mine,
    Unassigned,

    /// <summary>What waits in one's coach pools for the one who takes it.</summary>
    Pool,
    AllOpen,
}

/// <param name="After">Cursor of the page before.</param>
internal sealed record InboxQuery(InboxFilter Filter = InboxFilter.Waiting, string? After = null, int Count = 25);

/// <param name="Title">The public title, or the submitter's own, or the beginning of the text: seen only by those who work with the case.</param>
internal sealed record InboxItem(Guid Id, string CaseNumber, string Title, string Stage, string? Track, string Channel, DateTimeOffset ReceivedAt, DateOnly? Due, PromiseWords Promise, string? Coach, bool MaybeIrregular, bool NeedsMasking, string Language);

internal sealed record InboxTask(Guid Id, string? CaseNumber, string What, DateOnly Due, bool Overdue);

/// <param name="ReplyLeaves">Until then the decision can be taken back.</param>
internal sealed record HeldReply(Guid DecisionId, string CaseNumber, string Outcome, DateTimeOffset ReplyLeaves);

/// <param name="InPool">How many wait in one's coach pools.</param>
/// <param name="NextDue">The nearest promise of all open cases in scope, for the empty inbox.</param>
internal sealed record InboxPage(IReadOnlyList<InboxItem> Items, string? Next, IReadOnlyList<InboxTask> Tasks, IReadOnlyList<HeldReply> Held, int InPool, DateOnly? NextDue);

/// <summary>One inbox by promise date: what is due first stands first, whoever it came from.</summary>
internal sealed class Inbox(IdeasDbContext db, CurrentUser me, WorkflowNames names, IPeopleDirectory people, TimeProvider time)
{
    private const int TitleFromText = 80;
    private const int MostTasks = 50;

    public async Task<InboxPage> FindAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.Work)).Where(idea => idea.Status != IdeaStatus.Closed);
        var page = Filtered(open, query.Filter);
        if (Cursor.Parse(query.After) is { } cursor)
        {
            var (day, id) = (cursor.At.StockholmDay(), cursor.Id);
            page = day == DateOnly.MaxValue
                ? page.Where(idea => idea.PromiseDue == null && idea.Id > id)
                : page.Where(idea => idea.PromiseDue == null || idea.PromiseDue > day || (idea.PromiseDue == day && idea.Id > id));
        }

        var rows = await page.OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id)
            .Select(idea => new
            {
                idea.Id, idea.CaseNumber, Title = idea.PublicTitle ?? idea.OriginalTitle, Beginning = idea.OriginalText.Substring(0, TitleFromText + 1),
                idea.Stage, idea.Track, idea.WorkflowKey, idea.WorkflowVersion, idea.Channel, idea.ReceivedAt, idea.PromiseDue, idea.Status, idea.CoachId, idea.Hints, idea.PublicText, Language = idea.PublicTitle == null ? idea.Language : TextLanguages.Swedish,
            })
            .Take(query.Count + 1).ToListAsync(cancellationToken);
        var coaches = await people.FindManyAsync([.. rows.Select(row => row.CoachId).OfType<Guid>().Distinct()], cancellationToken);
        var today = now.StockholmDay();
        var items = rows.Take(query.Count).Select(row => new InboxItem(
            row.Id, row.CaseNumber, row.Title ?? Shortened(row.Beginning), names.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage), names.Track(row.WorkflowKey, row.WorkflowVersion, row.Track),
            row.Channel, row.ReceivedAt, row.PromiseDue, PromiseWords.Of(row.PromiseDue, row.Status, today), row.CoachId is { } coach ? coaches.GetValueOrDefault(coach)?.DisplayName : null,
            row.Hints.HasFlag(SensitiveHints.Irregularity), row.PublicText is null && (row.Hints & Masked) != SensitiveHints.None, row.Language)).ToList();
        var next = rows.Count > query.Count ? new Cursor((items[^1].Due ?? DateOnly.MaxValue).StartInStockholm(), items[^1].Id).ToString() : null;
        return new(items, next, await TasksAsync(now, cancellationToken), await HeldAsync(now, cancellationToken),
            await Filtered(open, InboxFilter.Pool).CountAsync(cancellationToken),
            await open.Where(idea => idea.Status == IdeaStatus.Active).MinAsync(idea => idea.PromiseDue, cancellationToken));
    }

    /// <summary>What "Öppna nästa" opens: the case that waits for a coach and is due first, one's own and unassigned ones.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var id = me.RequiredId;
        return await Filtered(db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.Work)), InboxFilter.Waiting)
            .Where(idea => idea.CoachId == null || idea.CoachId == id).NotOwn(id)
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id)
            .Select(idea => idea.CaseNumber).FirstOrDefaultAsync(cancellationToken);
    }

    private const SensitiveHints Masked = SensitiveHints.PersonalNumber | SensitiveHints.Telephone | SensitiveHints.EmailAddress | SensitiveHints.NamedPersonsHealth | SensitiveHints.Name;

    private IQueryable<Idea> Filtered(IQueryable<Idea> open, InboxFilter filter)
    {
        var id = me.Id;
        var stages = names.StagesDecidedBy(Roles.IdeaCoach, Roles.IntakeOfficer);
        return filter switch
        {
            InboxFilter.Mine => open.Where(idea => idea.CoachId == id),
            InboxFilter.Unassigned => open.Where(idea => idea.CoachId == null && idea.Status == IdeaStatus.Active && stages.Contains(idea.Stage)),
            InboxFilter.Pool => open.Where(idea => idea.CoachId == null && idea.PoolUnitId != null),
            InboxFilter.AllOpen => open,
            _ => open.Where(idea => idea.Status == IdeaStatus.Active && stages.Contains(idea.Stage)),
        };
    }

    public async Task<IReadOnlyList<InboxTask>> TasksAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = now.StockholmDay();
        var tasks = await db.Tasks.AsNoTracking().VisibleTo(me, db).Open(now)
            .OrderBy(task => task.Due).ThenBy(task => task.Id).Take(MostTasks)
            .Select(task => new { task.Id, CaseNumber = db.Ideas.Where(idea => idea.Id == task.IdeaId).Select(idea => idea.CaseNumber).FirstOrDefault(), task.What, task.Due })
            .ToListAsync(cancellationToken);
        return [.. tasks.Select(task => new InboxTask(task.Id, task.CaseNumber, task.What, task.Due, task.Due < today))];
    }

    private async Task<IReadOnlyList<HeldReply>> HeldAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = me.Id;
        var held = await db.Decisions.AsNoTracking().Where(decision => decision.DecidedById == id && decision.EffectiveAt > now && decision.TakenBackAt == null)
            .Join(db.Ideas.Where(idea => !idea.Restricted), decision => decision.IdeaId, idea => idea.Id, (decision, idea) => new { decision.Id, idea.CaseNumber, idea.WorkflowKey, idea.WorkflowVersion, decision.Gate, decision.Outcome, decision.EffectiveAt })
            .OrderBy(one => one.EffectiveAt).ToListAsync(cancellationToken);
        return [.. held.Select(one => new HeldReply(one.Id, one.CaseNumber, names.Outcome(one.WorkflowKey, one.WorkflowVersion, one.Gate, one.Outcome), one.EffectiveAt))];
    }

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= TitleFromText ? line.Trim() : line[..TitleFromText].Trim() + " …";
    }
}
