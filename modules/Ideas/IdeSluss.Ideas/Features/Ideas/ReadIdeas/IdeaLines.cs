using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <param name="Step">1 to 5 as residents count.</param>
/// <param name="Area">Code of an <see cref="IdeaArea"/>.</param>
/// <param name="Authority">Code of the authority.</param>
/// <param name="Stage">Code of a stage: those that are on their way and in it now.</param>
/// <param name="Outcome"><c>genomford</c>, <c>avslutad</c> or <c>pagar</c>.</param>
/// <param name="Search">Words to find, as typed.</param>
internal sealed record IdeaFilter(int? Step = null, string? Area = null, string? Authority = null, string? Outcome = null, string? After = null, string? Stage = null, string? Search = null)
{
    public bool IsEmpty => Step is null && string.IsNullOrEmpty(Area) && string.IsNullOrEmpty(Authority) && string.IsNullOrEmpty(Outcome) && string.IsNullOrEmpty(Stage) && !Searches;

    public bool Searches => !string.IsNullOrWhiteSpace(Search);
}

/// <summary>An idea in a public list. Public text only.</summary>
/// <param name="Language">BCP 47 of the excerpt; the title is the coach's, and Swedish, where there is one.</param>
/// <param name="TitleMarks">Where what was searched for stands in the title; empty without a search.</param>
internal sealed record IdeaLine(
    string CaseNumber, string Title, string Excerpt, string? Area, int Step, bool Done, bool Implemented, DateTimeOffset PublishedAt, string Language, string TitleLanguage,
    IReadOnlyList<TextMark> TitleMarks, IReadOnlyList<TextMark> ExcerptMarks);

/// <summary>What a line is made of. Properties, so that a query can go on from a row.</summary>
internal sealed record IdeaRow
{
    public required Guid Id { get; init; }

    public required string CaseNumber { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public string? Area { get; init; }

    public required string Stage { get; init; }

    public required string WorkflowKey { get; init; }

    public required int WorkflowVersion { get; init; }

    public string? CloseReason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string Language { get; init; }
}

/// <summary>Filters and lines of every public list. What a reply still holds back shows as it was before.</summary>
internal sealed class IdeaLines(IWorkflowRegistry workflows, IOrganisation organisation)
{
    private const int ExcerptLength = 220;

    /// <returns>The filter as a part of any query.</returns>
    public async Task<Func<IQueryable<Idea>, IQueryable<Idea>>> NarrowingAsync(IdeaFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid? authority = string.IsNullOrEmpty(filter.Authority) ? null : (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(one => one.Code == filter.Authority)?.Id ?? Guid.Empty;
        var stage = SubmittedText.Line(filter.Stage);
        return ideas =>
        {
            if (filter.Step is { } step)
            {
                var stages = StagesOf(step - 1);
                ideas = ideas.Where(idea => stages.Contains(idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage));
            }

            if (stage is not null) ideas = ideas.Where(idea => (idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage) == stage);
            if (!string.IsNullOrEmpty(filter.Area)) ideas = ideas.Where(idea => idea.Area == filter.Area);
            if (authority is { } id) ideas = ideas.Where(idea => idea.AuthorityId == id);
            return filter.Outcome switch
            {
                "genomford" => ideas.Where(idea => idea.CloseReason == CloseReasons.Implemented && !(idea.HeldUntil > now)),
                "avslutad" => ideas.Where(idea => idea.ClosedAt != null && idea.CloseReason != CloseReasons.Implemented && !(idea.HeldUntil > now)),
                "pagar" => ideas.Where(idea => idea.ClosedAt == null || idea.HeldUntil > now),
                _ => ideas,
            };
        };
    }

    /// <param name="wholeText">For a search, whose hit may stand anywhere in it.</param>
    public static IQueryable<IdeaRow> Rows(IQueryable<Idea> ideas, DateTimeOffset now, bool wholeText = false) => ideas.Select(idea => new IdeaRow
    {
        Id = idea.Id,
        CaseNumber = idea.CaseNumber,
        Title = idea.PublicTitle ?? "",
        Text = wholeText ? idea.PublicText! : idea.PublicText!.Substring(0, ExcerptLength + 40),
        Area = idea.Area,
        Stage = idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage,
        WorkflowKey = idea.WorkflowKey,
        WorkflowVersion = idea.WorkflowVersion,
        CloseReason = idea.CloseReason,
        PublishedAt = idea.PublishedAt!.Value,
        Language = idea.Language,
    });

    /// <param name="searched">Null without a search.</param>
    public IdeaLine Line(IdeaRow row, WordMatch? searched = null)
    {
        var stage = workflows.Find(row.WorkflowKey, row.WorkflowVersion)?.Stages.FirstOrDefault(one => one.Code == row.Stage);
        var done = stage?.IsEnd ?? false;
        var title = row.Title.Length > 0 ? row.Title : Excerpt(row.Text, 80);
        var excerpt = searched is null ? new Snippet(Excerpt(row.Text, ExcerptLength), []) : Snippet.Of(row.Text, searched, ExcerptLength);
        return new(row.CaseNumber, title, excerpt.Text, row.Area, stage?.PublicStep ?? 0, done, done && row.CloseReason == CloseReasons.Implemented, row.PublishedAt,
            row.Language, row.Title.Length > 0 ? TextLanguages.Swedish : row.Language, searched is null ? [] : Snippet.MarksIn(title, searched), excerpt.Marks);
    }

    /// <summary>Ends at a word, on one line.</summary>
    public static string Excerpt(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= length) return line;
        var end = line.LastIndexOf(' ', length);
        return line[..(end > length / 2 ? end : length)].TrimEnd(',', '.', ' ') + " …";
    }

    private List<string> StagesOf(int step) => [.. workflows.All.SelectMany(workflow => workflow.Stages).Where(stage => stage.PublicStep == step).Select(stage => stage.Code).Distinct()];
}
