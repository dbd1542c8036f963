using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>Which of the cases behind a number to list.</summary>
internal sealed record SluiceCasesQuery(SluiceFilter Filter, string? Stage = null, PromiseBand? Promise = null, RestBand? Rest = null, string? After = null);

/// <param name="Title">Null while it is not sorted.</param>
/// <param name="Stage">Its name in the case's own workflow, Swedish.</param>
/// <param name="Days">How long it has lain in its stage.</param>
internal sealed record SluiceCase(Guid Id, string CaseNumber, string? Title, string Stage, string? Track, DateOnly? Due, PromiseWords Promise, int Days, string? Coach, string? Unit);

/// <summary>The cases behind a number of the office's sluice: the soonest promise first.</summary>
internal sealed class SluiceCases(OfficeSluice sluice, WorkflowNames names, IOrganisation organisation, IPeopleDirectory people, TimeProvider time)
{
    private const int Count = 50;
    private static readonly DateOnly Never = new(2999, 12, 31);

    public async Task<Page<SluiceCase>> FindAsync(SluiceCasesQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = BandLimits.At(now);
        var ideas = (await sluice.FilteredAsync(query.Filter, cancellationToken)).InPromise(query.Promise, limits).Resting(query.Rest, limits);
        if (!string.IsNullOrEmpty(query.Stage)) ideas = ideas.Where(idea => idea.Stage == query.Stage);
        if (Cursor.Parse(query.After) is { } after)
        {
            var (day, id) = (DateOnly.FromDateTime(after.At.UtcDateTime), after.Id);
            ideas = ideas.Where(idea => (idea.PromiseDue ?? Never) > day || ((idea.PromiseDue ?? Never) == day && idea.Id > id));
        }

        var rows = await ideas.OrderBy(idea => idea.PromiseDue ?? Never).ThenBy(idea => idea.Id).Take(Count + 1)
            .Select(idea => new { idea.Id, idea.CaseNumber, idea.PublicTitle, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.Track, idea.PromiseDue, idea.Status, idea.StageEnteredAt, idea.CoachId, idea.UnitId })
            .ToListAsync(cancellationToken);
        var coaches = await people.FindManyAsync([.. rows.Select(row => row.CoachId).OfType<Guid>().Distinct()], cancellationToken);
        var units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var items = rows.Take(Count).Select(row => new SluiceCase(
            row.Id, row.CaseNumber, row.PublicTitle, names.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage), names.Track(row.WorkflowKey, row.WorkflowVersion, row.Track), row.PromiseDue,
            PromiseWords.Of(row.PromiseDue, row.Status, limits.Today), (int)(now - row.StageEnteredAt).TotalDays,
            row.CoachId is { } coach ? coaches.GetValueOrDefault(coach)?.DisplayName : null, row.UnitId is { } unit ? units.GetValueOrDefault(unit) : null)).ToList();
        var next = rows.Count > Count ? new Cursor(new DateTimeOffset((items[^1].Due ?? Never).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), items[^1].Id).ToString() : null;
        return new(items, next);
    }
}
