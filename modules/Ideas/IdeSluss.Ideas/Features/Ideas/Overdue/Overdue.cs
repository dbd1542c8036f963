using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Overdue;

internal sealed record OverdueItem(Guid Id, string CaseNumber, string? Title, string Stage, DateOnly Due, PromiseWords Promise, string? Coach, string? Unit);

/// <param name="Overdue">Null when there are fewer than five: so few could point at a person.</param>
internal sealed record OverdueSum(string Authority, int? Open, int? Overdue);

/// <summary>Promises that have passed: the list for those who answer for them, the sums for everyone.</summary>
internal sealed class OverdueCases(IdeasDbContext db, CurrentUser me, WorkflowNames names, IPeopleDirectory people, IOrganisation organisation, TimeProvider time)
{
    private const int Smallest = 5;
    private const int Count = 50;

    public async Task<Page<OverdueItem>> FindAsync(string? after, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var overdue = db.Ideas.AsNoTracking().Within(me.Scope(IdeasPermissions.SeeOverdue)).Where(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue < today);
        if (Cursor.Parse(after) is { } cursor)
        {
            var (day, id) = (cursor.At.StockholmDay(), cursor.Id);
            overdue = overdue.Where(idea => idea.PromiseDue > day || (idea.PromiseDue == day && idea.Id > id));
        }

        var rows = await overdue.OrderBy(idea => idea.PromiseDue).ThenBy(idea => idea.Id).Take(Count + 1)
            .Select(idea => new { idea.Id, idea.CaseNumber, idea.PublicTitle, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, Due = idea.PromiseDue!.Value, idea.Status, idea.CoachId, idea.UnitId }).ToListAsync(cancellationToken);
        var coaches = await people.FindManyAsync([.. rows.Select(row => row.CoachId).OfType<Guid>().Distinct()], cancellationToken);
        var units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var items = rows.Take(Count).Select(row => new OverdueItem(
            row.Id, row.CaseNumber, row.PublicTitle, names.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage), row.Due, PromiseWords.Of(row.Due, row.Status, today),
            row.CoachId is { } coach ? coaches.GetValueOrDefault(coach)?.DisplayName : null, row.UnitId is { } unit ? units.GetValueOrDefault(unit) : null)).ToList();
        return new(items, rows.Count > Count ? new Cursor(items[^1].Due.StartInStockholm(), items[^1].Id).ToString() : null);
    }

    public async Task<IReadOnlyList<OverdueSum>> SumsAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var sums = await db.Ideas.Where(idea => idea.Status != IdeaStatus.Closed && !idea.Restricted).GroupBy(idea => idea.AuthorityId)
            .Select(group => new { group.Key, Open = group.Count(), Overdue = group.Count(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue < today) }).ToListAsync(cancellationToken);
        return [.. (await organisation.AuthoritiesAsync(cancellationToken)).Select(authority => (authority.Name, Sum: sums.FirstOrDefault(sum => sum.Key == authority.Id)))
            .Select(pair => new OverdueSum(pair.Name, Shown(pair.Sum?.Open ?? 0), Shown(pair.Sum?.Overdue ?? 0)))];
    }

    private static int? Shown(int count) => count is 0 or >= Smallest ? count : null;
}
