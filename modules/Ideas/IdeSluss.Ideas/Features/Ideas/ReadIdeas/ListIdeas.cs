using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <param name="Step">1 to 5 as residents count.</param>
/// <param name="Area">Code of an <see cref="IdeaArea"/>.</param>
/// <param name="Authority">Code of the authority.</param>
/// <param name="Stage">Code of a stage: those that are on their way and in it now.</param>
/// <param name="Outcome"><c>genomford</c>, <c>avslutad</c> or <c>pagar</c>.</param>
internal sealed record IdeaFilter(int? Step = null, string? Area = null, string? Authority = null, string? Outcome = null, string? After = null, string? Stage = null)
{
    public bool IsEmpty => Step is null && string.IsNullOrEmpty(Area) && string.IsNullOrEmpty(Authority) && string.IsNullOrEmpty(Outcome) && string.IsNullOrEmpty(Stage);
}

/// <summary>An idea in a public list. Public text only.</summary>
/// <param name="Language">BCP 47 of the excerpt; the title is the coach's, and Swedish, where there is one.</param>
internal sealed record IdeaLine(string CaseNumber, string Title, string Excerpt, string? Area, int Step, bool Done, bool Implemented, DateTimeOffset PublishedAt, string Language, string TitleLanguage);

/// <summary>The public list, newest first. What a reply still holds back shows as it was before.</summary>
internal sealed class ListIdeas(IdeasDbContext db, IWorkflowRegistry workflows, IOrganisation organisation, TimeProvider time)
{
    private const int PageSize = 20;
    private const int ExcerptLength = 220;

    public async Task<Page<IdeaLine>> FindAsync(IdeaFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ideas = Public(now);
        if (filter.Step is { } step)
        {
            var stages = StagesOf(step - 1);
            ideas = ideas.Where(idea => stages.Contains(idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage));
        }

        if (!string.IsNullOrEmpty(filter.Stage)) ideas = ideas.Where(idea => (idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage) == filter.Stage);
        if (!string.IsNullOrEmpty(filter.Area)) ideas = ideas.Where(idea => idea.Area == filter.Area);
        if (!string.IsNullOrEmpty(filter.Authority))
        {
            var authority = (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => one.Code == filter.Authority)?.Id;
            ideas = ideas.Where(idea => idea.AuthorityId == authority);
        }

        ideas = filter.Outcome switch
        {
            "genomford" => ideas.Where(idea => idea.CloseReason == CloseReasons.Implemented && !(idea.HeldUntil > now)),
            "avslutad" => ideas.Where(idea => idea.ClosedAt != null && idea.CloseReason != CloseReasons.Implemented && !(idea.HeldUntil > now)),
            "pagar" => ideas.Where(idea => idea.ClosedAt == null || idea.HeldUntil > now),
            _ => ideas,
        };
        if (Cursor.Parse(filter.After) is { } after)
            ideas = ideas.Where(idea => EF.Functions.LessThan(ValueTuple.Create(idea.PublishedAt!.Value, idea.Id), ValueTuple.Create(after.At, after.Id)));

        var rows = await Lines(ideas.OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Id).Take(PageSize + 1), now).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).ToList();
        return new([.. shown.Select(Line)], rows.Count > PageSize && shown is [.., var last] ? new Cursor(last.PublishedAt, last.Id).ToString() : null);
    }

    /// <summary>"Så blev det": the latest implemented ones.</summary>
    public async Task<IReadOnlyList<IdeaLine>> ImplementedAsync(int count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ideas = Public(now).Where(idea => idea.CloseReason == CloseReasons.Implemented && idea.ClosedAt != null && !(idea.HeldUntil > now)).OrderByDescending(idea => idea.ClosedAt).Take(count);
        return [.. (await Lines(ideas, now).ToListAsync(cancellationToken)).Select(Line)];
    }

    private IQueryable<Idea> Public(DateTimeOffset now) =>
        db.Ideas.AsNoTracking().Public(now);

    private static IQueryable<Row> Lines(IQueryable<Idea> ideas, DateTimeOffset now) => ideas.Select(idea => new Row(
        idea.Id, idea.CaseNumber, idea.PublicTitle ?? "", idea.PublicText!.Substring(0, ExcerptLength + 40), idea.Area,
        idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage, idea.WorkflowKey, idea.WorkflowVersion, idea.CloseReason, idea.PublishedAt!.Value, idea.Language));

    private IdeaLine Line(Row row)
    {
        var stage = workflows.Find(row.WorkflowKey, row.WorkflowVersion)?.Stages.FirstOrDefault(one => one.Code == row.Stage);
        var done = stage?.IsEnd ?? false;
        return new(row.CaseNumber, row.Title.Length > 0 ? row.Title : Excerpt(row.Text, 80), Excerpt(row.Text, ExcerptLength), row.Area, stage?.PublicStep ?? 0, done, done && row.CloseReason == CloseReasons.Implemented, row.PublishedAt, row.Language, row.Title.Length > 0 ? TextLanguages.Swedish : row.Language);
    }

    /// <summary>Ends at a word, on one line.</summary>
    private static string Excerpt(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length) return line;
        var end = line.LastIndexOf(' ', length);
        return line[..(end > length / 2 ? end : length)].TrimEnd(',', '.', ' ') + " …";
    }

    private List<string> StagesOf(int step) => [.. workflows.All.SelectMany(workflow => workflow.Stages).Where(stage => stage.PublicStep == step).Select(stage => stage.Code).Distinct()];

    private sealed record Row(Guid Id, string CaseNumber, string Title, string Text, string? Area, string Stage, string WorkflowKey, int WorkflowVersion, string? CloseReason, DateTimeOffset PublishedAt, string Language);
}
