using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <param name="Typed">Words to find; without any the filters alone choose.</param>
/// <param name="Stage">Code of a stage.</param>
/// <param name="Track">Code of a track.</param>
internal sealed record CaseSearch(string? Typed = null, string? Stage = null, string? Track = null, IdeaStatus? Status = null, Guid? Coach = null, Guid? Unit = null, string? After = null)
{
    public bool Searches => !string.IsNullOrWhiteSpace(Typed);
}

/// <param name="Title">The public title, or the submitter's own, or the beginning of the text: as much as this reader may see.</param>
/// <param name="Stage">Its name in the case's own workflow, Swedish; so is <paramref name="Track"/>.</param>
/// <param name="Opens">The page on which this reader reads it.</param>
internal sealed record CaseHit(
    Guid Id, string CaseNumber, string Title, string TitleLanguage, string Excerpt, string Language, string Stage, string? Track, PromiseWords Promise, string? Coach, string? Unit, DateTimeOffset ReceivedAt, string Opens,
    IReadOnlyList<TextMark> TitleMarks, IReadOnlyList<TextMark> ExcerptMarks);

/// <inheritdoc cref="IdeaHits"/>
internal sealed record CaseHits(Page<CaseHit> Page, int? Found, bool MoreThanFound, bool IsWide);

/// <summary>
/// Finds cases for those who work with them, newest first. Whoever reads cases in full searches what came in too; whoever decides searches what the coach has written,
/// where they decide. Restricted cases (lex Sarah) are in nobody's search.
/// </summary>
internal sealed class SearchCases(
    IdeasDbContext db, CurrentUser me, SearchQueries queries, HitSearch hits, WorkflowNames names, IOrganisation organisation, IPeopleDirectory people, TimeProvider time)
{
    private const int PageSize = 25;
    private const int ExcerptLength = 240;

    public async Task<Outcome<CaseHits>> FindAsync(CaseSearch search, string field, CancellationToken cancellationToken)
    {
        if (!search.Searches) return await ListAsync(search, cancellationToken);
        if ((await queries.ReadAsync(search.Typed!, field, cancellationToken)).Failed(out var problem, out var query)) return problem;
        try
        {
            var found = await FindAsync(search, query.Exact, cancellationToken);
            return found.Page.Items.Count > 0 || search.After is not null || query.Wide is not { } wide ? found : await FindAsync(search, wide(), cancellationToken) with { IsWide = true };
        }
        catch (NpgsqlException slow) when (slow.InnerException is TimeoutException)
        {
            return Problem.Invalid(new FieldError(field, SearchQueries.TookTooLong));
        }
    }

    /// <summary>Where the case is read whose number was typed; null when that is no number of a case this reader may see.</summary>
    public async Task<string?> AddressAsync(string typed, CancellationToken cancellationToken)
    {
        if (SearchQueries.AsCaseNumber(typed) is not { } number) return null;
        foreach (var reach in CaseReach.Of(db, me))
            if (await reach.Cases.AnyAsync(idea => idea.CaseNumber == number, cancellationToken)) return reach.Opens + number;
        return null;
    }

    private async Task<CaseHits> FindAsync(CaseSearch search, AskedWords asked, CancellationToken cancellationToken)
    {
        var (rows, after) = (new List<CaseRow>(), Cursor.Parse(search.After));
        var (count, more) = ((int?)0, false);
        foreach (var reach in CaseReach.Of(db, me))
        {
            var query = new HitQuery(
                reach.Cases, reach.Column, asked, ideas => CaseReach.Narrow(ideas, search), ideas => CaseReach.After(ideas, after), CaseReach.NewestFirst,
                ideas => ideas.OrderByDescending(idea => idea.ReceivedAt + TimeSpan.Zero).ThenByDescending(idea => idea.Id));
            var list = await hits.FindAsync(query, ideas => Rows(ideas, reach), PageSize + 1, countAll: search.After is null, cancellationToken);
            rows.AddRange(list.Newest);
            count += list.Found;
            more |= list.MoreThanFound;
        }

        more |= count > HitSearch.MostCounted;
        return new(await PageAsync(rows, asked.Match, cancellationToken), count is { } found ? Math.Min(found, HitSearch.MostCounted) : null, more, false);
    }

    private async Task<CaseHits> ListAsync(CaseSearch search, CancellationToken cancellationToken)
    {
        var (rows, after) = (new List<CaseRow>(), Cursor.Parse(search.After));
        foreach (var reach in CaseReach.Of(db, me)) rows.AddRange(await Rows(CaseReach.NewestFirst(CaseReach.After(CaseReach.Narrow(reach.Cases, search), after)).Take(PageSize + 1), reach).ToListAsync(cancellationToken));
        return new(await PageAsync(rows, null, cancellationToken), null, false, false);
    }

    private static IQueryable<CaseRow> Rows(IQueryable<Idea> ideas, CaseReach reach)
    {
        var (whole, opens) = (reach.Whole, reach.Opens);
        return ideas.Select(idea => new CaseRow(
            idea.Id, idea.CaseNumber, idea.PublicTitle ?? (whole ? idea.OriginalTitle : null), idea.PublicTitle != null, idea.PublicText ?? "", whole ? idea.OriginalText : "", idea.Language, idea.WorkflowKey, idea.WorkflowVersion,
            idea.Stage, idea.Track, idea.PromiseDue, idea.Status, idea.CoachId, idea.UnitId, idea.ReceivedAt, opens));
    }

    private async Task<Page<CaseHit>> PageAsync(List<CaseRow> rows, WordMatch? match, CancellationToken cancellationToken)
    {
        var newest = rows.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id.ToString("N"), StringComparer.Ordinal).ToList();
        var shown = newest.Take(PageSize).ToList();
        var coaches = await people.FindManyAsync([.. shown.Select(row => row.CoachId).OfType<Guid>().Distinct()], cancellationToken);
        var units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return new(
            [.. shown.Select(row => Hit(row, match, row.CoachId is { } coach ? coaches.GetValueOrDefault(coach)?.DisplayName : null, row.UnitId is { } unit ? units.GetValueOrDefault(unit) : null))],
            newest.Count > PageSize ? new Cursor(shown[^1].ReceivedAt, shown[^1].Id).ToString() : null);
    }

    private CaseHit Hit(CaseRow row, WordMatch? match, string? coach, string? unit)
    {
        var shown = row.PublicText.Length > 0 ? row.PublicText : row.OriginalText;
        var excerpt = match is null ? new Snippet(ReadIdeas.IdeaLines.Excerpt(shown, ExcerptLength), []) : Snippet.Of(shown, match, ExcerptLength);
        // What was masked is still searched by those who read the original; then that is what shows why it was found.
        if (match is not null && excerpt.Marks.Count == 0 && row.OriginalText.Length > 0) excerpt = Snippet.Of(row.OriginalText, match, ExcerptLength);
        var title = row.Title is { Length: > 0 } given ? given : ReadIdeas.IdeaLines.Excerpt(shown, 80);
        return new(
            row.Id, row.CaseNumber, title, row.TitleIsOurs ? TextLanguages.Swedish : row.Language, excerpt.Text, row.Language, names.Stage(row.WorkflowKey, row.WorkflowVersion, row.Stage), names.Track(row.WorkflowKey, row.WorkflowVersion, row.Track),
            PromiseWords.Of(row.PromiseDue, row.Status, time.StockholmToday()), coach, unit, row.ReceivedAt, row.Opens + row.CaseNumber, match is null ? [] : Snippet.MarksIn(title, match), excerpt.Marks);
    }

    private sealed record CaseRow(
        Guid Id, string CaseNumber, string? Title, bool TitleIsOurs, string PublicText, string OriginalText, string Language, string WorkflowKey, int WorkflowVersion, string Stage, string? Track, DateOnly? PromiseDue,
        IdeaStatus Status, Guid? CoachId, Guid? UnitId, DateTimeOffset ReceivedAt, string Opens);
}
