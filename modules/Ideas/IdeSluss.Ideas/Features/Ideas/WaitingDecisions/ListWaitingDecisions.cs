using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.WaitingDecisions;

internal sealed record WaitingDecision(string CaseNumber, string? Title, string Gate, string? Track, DateOnly? PromiseDue, bool Overdue, string Status);

/// <summary>What waits for the caller's decision, by promise date.</summary>
internal sealed class ListWaitingDecisions(IdeasDbContext db, CurrentUser user, GateCases cases, DecidingRoutes routes, IWorkflowRegistry workflows, IStringLocalizer texts, TimeProvider time)
{
    private const int PageSize = 50;
    private static readonly DateOnly Never = new(2999, 12, 31);

    public async Task<Page<WaitingDecision>> HandleAsync(string? after, CancellationToken cancellationToken)
    {
        var cursor = Cursor.Parse(after);
        var places = Places();
        var stages = places.Select(place => place.Stage).Distinct().ToList();
        // Workflow, version, stage and track as one text: which combinations a role decides on is the workflows' affair, not the query's.
        var combinations = places.Select(place => $"{place.Workflow}|{place.Version}|{place.Stage}|{place.Track}").ToList();
        var me = user.RequiredId;
        var query = db.Ideas.AsNoTracking().Within(user.Scope(IdeasPermissions.Decide))
            .Where(idea => stages.Contains(idea.Stage) && combinations.Contains(idea.WorkflowKey + "|" + idea.WorkflowVersion + "|" + idea.Stage + "|" + (idea.Track ?? "")))
            .NotOwn(me);
        if (cursor is not null)
        {
            var day = DateOnly.FromDateTime(cursor.At.UtcDateTime);
            query = query.Where(idea => (idea.PromiseDue ?? Never) > day || ((idea.PromiseDue ?? Never) == day && idea.Id > cursor.Id));
        }

        var rows = await query.OrderBy(idea => idea.PromiseDue ?? Never).ThenBy(idea => idea.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var today = time.StockholmToday();
        var items = new List<WaitingDecision>();
        var waiting = rows.Take(PageSize).Select(idea => (Idea: idea, Workflow: workflows.Find(idea.WorkflowKey, idea.WorkflowVersion)!)).Select(one => (one.Idea, one.Workflow, Gate: one.Workflow.GateAfter(one.Idea.Stage)!)).ToList();
        var ways = await routes.OfManyAsync(waiting, cancellationToken);
        foreach (var (idea, workflow, gate) in waiting)
        {
            // A permission's scope joins all of one's roles: the role that decides here must itself reach the case. What the nämnd decides waits for the nämnd.
            var mine = await cases.RolesAsync(idea, ways[idea.Id], cancellationToken);
            if (gate.OutcomesIn(idea.Track).Any(outcome => outcome.Kind is OutcomeKind.Advance or OutcomeKind.Close && ways[idea.Id].RolesFor(outcome).Intersect(mine).Any(role => role != Roles.CommitteeSecretary)))
                items.Add(new(idea.CaseNumber, idea.PublicTitle, texts[gate.Name].Value, workflow.TrackOf(idea.Track) is { } track ? texts[track.Name].Value : null, idea.PromiseDue, idea.PromiseDue < today && idea.Status == IdeaStatus.Active, idea.Status.ToString()));
        }

        var last = rows.Count > PageSize ? rows[PageSize - 1] : null;
        return new(items, last is null ? null : new Cursor(new DateTimeOffset((last.PromiseDue ?? Never).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), last.Id).ToString());
    }

    /// <summary>Every resting place whose gate one of the caller's roles decides. The committee's secretary has a page of their own.</summary>
    private List<(string Workflow, int Version, string Stage, string Track)> Places() =>
    [
        .. from workflow in workflows.All
           from gate in workflow.Gates
           from track in workflow.Tracks.Select(track => track.Code).Prepend("")
           where gate.DecidersIn(track.Length == 0 ? null : track).Any(role => role != Roles.CommitteeSecretary && user.HasRole(role) && GatePermissions.Of(gate.Code, role) == IdeasPermissions.Decide)
           select (workflow.Key, workflow.Version, gate.From, track),
    ];
}
