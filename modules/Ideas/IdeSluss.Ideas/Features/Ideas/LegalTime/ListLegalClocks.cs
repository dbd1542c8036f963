using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>Whose clocks one sees: those of cases in scope, and those without a case of authorities in scope.</summary>
internal static class LegalClockAccess
{
    public static IQueryable<LegalClock> Within(this IQueryable<LegalClock> clocks, PermissionScope scope, IdeasDbContext db)
    {
        var (everything, authorities) = (scope.Everything, scope.Authorities);
        var cases = db.Ideas.Within(scope);
        return clocks.Where(clock => clock.IdeaId == null ? everything || authorities.Contains(clock.AuthorityId) : cases.Any(idea => idea.Id == clock.IdeaId));
    }
}

/// <summary>The times that the law sets, those that have run out first; those without a first day come before all, because nobody knows when they end.</summary>
internal sealed class ListLegalClocks(IdeasDbContext db, CurrentUser user, ClockKinds kinds, TimeProvider time)
{
    private const int Count = 50;

    /// <param name="kind">Only of this kind; null for all.</param>
    /// <param name="ended">Those that have been stopped, the latest first, instead of those that run.</param>
    public async Task<Page<LegalClockView>> HandleAsync(string? kind, bool ended, string? after, CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        var clocks = db.LegalClocks.AsNoTracking().Within(user.Scope(IdeasPermissions.LegalTime), db).Where(clock => kind == null || clock.Kind == kind);
        var cursor = Cursor.Parse(after);
        var page = ended ? Ended(clocks, cursor) : Running(clocks, cursor);
        var rows = await page.Take(Count + 1).Select(clock => new
        {
            Clock = clock, Case = db.Ideas.Where(idea => idea.Id == clock.IdeaId).Select(idea => new { idea.CaseNumber, idea.PublicTitle }).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var items = rows.Take(Count).Select(row => LegalClockView.Of(row.Clock, kinds.Find(row.Clock.Kind), row.Case?.CaseNumber, row.Case?.PublicTitle, today)).ToList();
        if (rows.Count <= Count) return new(items, null);
        var last = rows[Count - 1].Clock;
        return new(items, new Cursor(ended ? last.StoppedAt!.Value : (last.Due ?? DateOnly.MinValue.AddDays(1)).StartInStockholm(), last.Id).ToString());
    }

    private static IQueryable<LegalClock> Running(IQueryable<LegalClock> clocks, Cursor? cursor)
    {
        var running = clocks.Where(clock => clock.StoppedAt == null);
        if (cursor is not null)
        {
            var (day, id) = (cursor.At.StockholmDay(), cursor.Id);
            running = running.Where(clock => (clock.Due ?? DateOnly.MinValue) > day || ((clock.Due ?? DateOnly.MinValue) == day && clock.Id > id) || (clock.Due == null && day.Year == 1 && clock.Id > id));
        }

        return running.OrderBy(clock => clock.Due ?? DateOnly.MinValue).ThenBy(clock => clock.Id);
    }

    private static IQueryable<LegalClock> Ended(IQueryable<LegalClock> clocks, Cursor? cursor)
    {
        var ended = clocks.Where(clock => clock.StoppedAt != null);
        if (cursor is not null) ended = ended.Where(clock => clock.StoppedAt < cursor.At || (clock.StoppedAt == cursor.At && clock.Id < cursor.Id));
        return ended.OrderByDescending(clock => clock.StoppedAt).ThenByDescending(clock => clock.Id);
    }
}
