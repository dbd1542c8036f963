using System.Globalization;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ExportIdeas;

/// <param name="Filter">Without words and cursor.</param>
/// <param name="ReceivedFrom">Swedish day.</param>
/// <param name="ReceivedTo">Swedish day, included.</param>
/// <param name="WithContact">With names and ways to reach the submitters.</param>
internal sealed record ExportRequest(ExportFormat Format, CaseSearch Filter, DateOnly? ReceivedFrom, DateOnly? ReceivedTo, bool WithContact);

/// <param name="WriteAsync">Writes the file to a stream, while the request that asked for it lasts.</param>
internal sealed record ExportFile(string Name, Func<Stream, CancellationToken, Task> WriteAsync)
{
    public const string MediaType = "text/csv; charset=utf-8";
}

/// <summary>
/// Takes the cases one may see out as a file that can be read in again: a batch in memory, newest first. What may be seen is what <see cref="SearchCases"/> finds. That it
/// was done stands in the audit log before the first row leaves.
/// </summary>
internal sealed class ExportIdeas(IdeasDbContext db, CurrentUser me, FindExportNames find, IPeopleDirectory people, TimeProvider time)
{
    private const int BatchSize = 200;

    public async Task<Outcome<ExportFile>> HandleAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (request.ReceivedFrom > request.ReceivedTo) return Problem.Invalid(new FieldError(nameof(request.ReceivedTo), "Till och med: välj en dag efter den första."));
        if (request.WithContact && !me.Has(IdeasPermissions.Work))
            return Problem.Invalid(new FieldError(nameof(request.WithContact), "Namn och kontaktuppgifter får bara den ta ut som läser ärenden i sin helhet."));
        var id = Guid.CreateVersion7();
        await AuditAsync("ideas.exported", id, FactsOf(request), cancellationToken);
        return new ExportFile($"ideer-{time.StockholmToday():yyyy-MM-dd}.csv", (stream, cancelled) => WriteAsync(stream, id, request, cancelled));
    }

    private async Task WriteAsync(Stream stream, Guid id, ExportRequest request, CancellationToken cancellationToken)
    {
        var names = await find.FindAsync(cancellationToken);
        var columns = ExportColumn.All.Where(column => request.WithContact || !column.IsContact).ToList();
        await using var writer = new ExportWriter(stream, request.Format);
        await writer.HeaderAsync(columns, cancellationToken);
        var rows = 0L;
        foreach (var reach in CaseReach.Of(db, me))
        {
            var narrowed = CaseReach.Narrow(reach.Cases, request.Filter).Received(request.ReceivedFrom, request.ReceivedTo);
            Cursor? last = null;
            do
            {
                // Page by page rather than one long read: a slow receiver must not hold a connection of the database.
                var batch = await ReadAsync(narrowed, reach.Whole, request.WithContact, last, cancellationToken);
                foreach (var row in batch) await writer.RowAsync(columns.Select(column => column.Value(row, names)), cancellationToken);
                await writer.FlushAsync(cancellationToken);
                rows += batch.Count;
                last = batch.Count == BatchSize ? new Cursor(batch[^1].ReceivedAt, batch[^1].Id) : null;
            }
            while (last is not null);
        }

        await AuditAsync("ideas.export-finished", id, new() { ["rows"] = rows.ToString(CultureInfo.InvariantCulture) }, cancellationToken);
    }

    private async Task<List<ExportRow>> ReadAsync(IQueryable<Idea> narrowed, bool whole, bool withContact, Cursor? last, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var contact = whole && withContact;
        var rows = await CaseReach.NewestFirst(CaseReach.After(narrowed, last)).Take(BatchSize).Select(idea => new ExportRow
        {
            Id = idea.Id, CaseNumber = idea.CaseNumber, Text = whole ? idea.OriginalText : idea.PublicText, Title = whole ? idea.OriginalTitle : idea.PublicTitle, ReceivedAt = idea.ReceivedAt,
            Channel = idea.Channel, AuthorityId = idea.AuthorityId, UnitId = idea.UnitId, Area = idea.Area, NeedSentence = idea.NeedSentence, SubmitterKind = idea.SubmitterKind, Language = idea.Language,
            WhoHasNeed = whole ? idea.WhoHasNeed : null, Place = whole ? idea.Place : null, ConsentNote = whole ? idea.ConsentNote : null, OriginalKeptAt = whole ? idea.OriginalKeptAt : null,
            Name = contact ? idea.Contact!.Name : null, Email = contact ? idea.Contact!.Email : null, Telephone = contact ? idea.Contact!.Telephone : null, Address = contact ? idea.Contact!.Address : null,
            Status = idea.Status, CloseReason = idea.CloseReason, ClosedAt = idea.ClosedAt, PublicTitle = idea.PublicTitle, PublicText = idea.PublicText,
            IsPublic = idea.PublishedAt != null && idea.PublishedAt <= now && idea.RedirectTarget == null && idea.MergedIntoId == null,
            WorkflowKey = idea.WorkflowKey, WorkflowVersion = idea.WorkflowVersion, Stage = idea.Stage, Track = idea.Track, PromiseDue = idea.PromiseDue, CoachId = idea.CoachId, FollowerCount = idea.FollowerCount,
        }).ToListAsync(cancellationToken);
        var answers = await AnswersAsync([.. rows.Where(row => row.ClosedAt is not null).Select(row => row.Id)], now, cancellationToken);
        var coaches = await people.FindManyAsync([.. rows.Select(row => row.CoachId).OfType<Guid>().Distinct()], cancellationToken);
        return [.. rows.Select(row => row with { Answer = answers.GetValueOrDefault(row.Id), Coach = row.CoachId is { } coach ? coaches.GetValueOrDefault(coach)?.DisplayName : null })];
    }

    /// <summary>The reason of the decision that closed each; for one that was read in as closed, the answer it came with.</summary>
    private async Task<Dictionary<Guid, string>> AnswersAsync(List<Guid> closed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (closed.Count == 0) return [];
        var cameWith = await db.Timeline.AsNoTracking().Where(line => closed.Contains(line.IdeaId) && line.Kind == TimelineKinds.StageEntered && line.Audience == Audience.Public && line.Note != null)
            .Select(line => new { line.IdeaId, line.At, Text = line.Note! }).ToListAsync(cancellationToken);
        var decided = await db.Decisions.AsNoTracking().Where(decision => closed.Contains(decision.IdeaId) && decision.CloseReason != null && decision.TakenBackAt == null && decision.EffectiveAt <= now)
            .Select(decision => new { decision.IdeaId, At = decision.DecidedAt, Text = decision.Reason }).ToListAsync(cancellationToken);
        return cameWith.Concat(decided).GroupBy(one => one.IdeaId).ToDictionary(one => one.Key, one => one.MaxBy(answer => answer.At)!.Text);
    }

    private async Task AuditAsync(string action, Guid id, Dictionary<string, string> facts, CancellationToken cancellationToken)
    {
        db.Audit(new AuditFact(action, "export", id, me.RequiredId, null, facts));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static Dictionary<string, string> FactsOf(ExportRequest request)
    {
        var (filter, facts) = (request.Filter, new Dictionary<string, string> { ["format"] = request.Format.ToString(), ["contact"] = request.WithContact ? "yes" : "no" });
        Say("stage", filter.Stage);
        Say("track", filter.Track);
        Say("status", filter.Status?.ToString());
        Say("coach", filter.Coach?.ToString());
        Say("unit", filter.Unit?.ToString());
        Say("from", request.ReceivedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Say("to", request.ReceivedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return facts;

        void Say(string name, string? value)
        {
            if (value is { Length: > 0 }) facts[name] = value;
        }
    }
}

internal static class ReceivedWithin
{
    public static IQueryable<Idea> Received(this IQueryable<Idea> ideas, DateOnly? from, DateOnly? to)
    {
        if (from?.StartInStockholm() is { } first) ideas = ideas.Where(idea => idea.ReceivedAt >= first);
        return to?.AddDays(1).StartInStockholm() is { } end ? ideas.Where(idea => idea.ReceivedAt < end) : ideas;
    }
}
