using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.Ideas.Features.Ideas.Overdue;
using IdeSluss.Ideas.Features.Ideas.WaitingDecisions;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.MyUnit;

/// <summary>A manager's week.</summary>
/// <param name="Decide">What waits for one's decision and is promised by <paramref name="WeekEnds"/> at the latest; what is late too.</param>
/// <param name="DecideLater">How many more wait for one's decision, up to fifty.</param>
/// <param name="Overdue">The twenty that have been late longest.</param>
/// <param name="UnderWay">The twenty of one's units that are to be answered first.</param>
internal sealed record MyUnitView(
    DateOnly WeekEnds, IReadOnlyList<WaitingDecision> Decide, int DecideLater, IReadOnlyList<InboxTask> Tasks, IReadOnlyList<OverdueItem> Overdue, bool MoreOverdue, IReadOnlyList<UnitCase> UnderWay, bool MoreUnderWay);

internal sealed record UnitCase(string CaseNumber, string? Title, string Stage, DateOnly? PromiseDue, PromiseWords Promise);

/// <summary>What waits for a manager, put together from the lists that show it one by one, so that the two can never say different things.</summary>
internal sealed class ReadMyUnit(IdeasDbContext db, CurrentUser me, ListWaitingDecisions decisions, Inbox.Inbox inbox, OverdueCases overdue, WorkflowNames names, TimeProvider time)
{
    private const int MostShown = 20;

    public async Task<MyUnitView> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var weekEnds = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var waiting = (await decisions.HandleAsync(null, cancellationToken)).Items;
        var soon = waiting.Where(one => one.PromiseDue <= weekEnds).ToList();
        var late = await overdue.FindAsync(null, cancellationToken);
        // A case that ends still waits some minutes for its answer to go out, which is not to be under way.
        var cases = await db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.SeeOwnUnit)).Where(idea => idea.Status != IdeaStatus.Closed && idea.Stage != Stages.Closed)
            .OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(MostShown + 1)
            .Select(idea => new { idea.CaseNumber, idea.PublicTitle, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.PromiseDue, idea.Status }).ToListAsync(cancellationToken);
        return new(weekEnds, soon, waiting.Count - soon.Count, await inbox.TasksAsync(now, cancellationToken),
            [.. late.Items.Take(MostShown)], late.Items.Count > MostShown || late.Next is not null,
            [.. cases.Take(MostShown).Select(one => new UnitCase(one.CaseNumber, one.PublicTitle, names.Stage(one.WorkflowKey, one.WorkflowVersion, one.Stage), one.PromiseDue, PromiseWords.Of(one.PromiseDue, one.Status, today)))],
            cases.Count > MostShown);
    }
}
