using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Synonyms;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NpgsqlTypes;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <param name="Except">Not this one: it is what is compared.</param>
/// <param name="OnlySame">Leaves out those that merely have words in common.</param>
internal sealed record SimilarTo(string? Title, string Text, Guid? Except = null, bool OnlySame = false, int Most = FindSimilar.Most);

/// <param name="Same">It may well be the same idea; otherwise they have some words in common.</param>
/// <param name="Words">What they share, as written in the text that was compared.</param>
/// <param name="StageName">In the reader's language.</param>
/// <param name="Outcome">How it ended, in the reader's language; null while it is open.</param>
/// <param name="Lesson">Why it ended so, as the public decision says.</param>
/// <param name="HasLesson">There is a page about what was learnt.</param>
internal sealed record SimilarIdea(
    Guid Id, string CaseNumber, string Title, string TitleLanguage, string Excerpt, string Language, bool Same, IReadOnlyList<string> Words, int Step, string StageName, bool Done, bool Implemented, string? Outcome, string? Lesson, bool HasLesson);

/// <summary>
/// Ideas that are like a text, in every state: one that was tried and failed tells most of all. Only public ideas, by their public text; the text that is compared is
/// kept nowhere.
/// </summary>
internal sealed class FindSimilar(IdeasDbContext db, KeptTermStatistics statistics, KeptSynonyms synonyms, ReadLesson.ReadLesson lessonSheets, IWorkflowRegistry workflows, IStringLocalizer texts, TimeProvider time)
{
    public const int Most = 5;

    private const int ExcerptLength = 160;
    private const int LessonLength = 240;

    /// <summary>Of the newest, when all that a text says is common.</summary>
    private const int Window = 1_000;

    /// <summary>What follows the best by less than this is noise.</summary>
    private const double LeastOfBest = 0.4;

    public async Task<IReadOnlyList<SimilarIdea>> FindAsync(SimilarTo compared, CancellationToken cancellationToken)
    {
        var known = await statistics.GetAsync(cancellationToken);
        var same = await synonyms.GetAsync(cancellationToken);
        var text = new ComparedText(compared.Title, compared.Text, known, same);
        if (RareWords.Query(text, known, same) is not { } query) return [];
        var now = time.GetUtcNow();
        var best = Best(text, await CandidatesAsync(query, compared.Except, now, cancellationToken), compared);
        return best.Count == 0 ? [] : await ShownAsync(best, now, cancellationToken);
    }

    /// <summary>The rank of ideas whose terms are known. Pure.</summary>
    public static IReadOnlyList<(Candidate Idea, Likeness Likeness)> Best(ComparedText text, IEnumerable<Candidate> candidates, SimilarTo compared)
    {
        var alike = candidates.Select(idea => (Idea: idea, Likeness: text.To(idea.TermSet, idea.TitleTerms))).Where(pair => pair.Likeness is not null && (pair.Likeness.Same || !compared.OnlySame))
            .OrderByDescending(pair => pair.Likeness!.Score).Take(compared.Most).ToList();
        return [.. alike.TakeWhile(pair => pair.Likeness!.Score >= alike[0].Likeness!.Score * LeastOfBest).Select(pair => (pair.Idea, pair.Likeness!))];
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(RareQuery asked, Guid? except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = db.Ideas.AsNoTracking().Public(now).Where(idea => idea.Id != except);
        var found = asked.Indexed.Count == 0 ? [] : await CandidatesAsync(ByIndex(open, [.. asked.Indexed]), cancellationToken);
        if (found.Count >= Most || asked.Newest is not { } newest) return found;
        return [.. found.UnionBy(await CandidatesAsync(Among(open.OrderByDescending(idea => idea.PublishedAt).Take(Window), newest), cancellationToken), idea => idea.Id)];
    }

    // Parse becomes a cast in SQL: of a parameter once, of a column for every row that is looked at.
#pragma warning disable CS0618
    /// <summary>
    /// Those that have what one of the queries asks for. One query at a time: PostgreSQL finds two words together by skipping through what it has of them, but reads all of it
    /// when they stand in an "or". And without an order before the limit, so that no more are fetched than are compared.
    /// </summary>
    private IQueryable<Idea> ByIndex(IQueryable<Idea> ideas, string[] queries) => db.Database.SqlQuery<string>($"""select unnest({queries}) as "Value" """)
        .SelectMany(query => ideas.Where(idea => EF.Property<NpgsqlTsVector>(idea, SearchColumns.Public).Matches(NpgsqlTsQuery.Parse(query))).Take(RareWords.MostIdeas));

    /// <summary>Those of a few that have what is asked for.</summary>
    private static IQueryable<Idea> Among(IQueryable<Idea> few, string query) => few.Where(idea => EF.Property<NpgsqlTsVector>(idea, SearchColumns.Public).Matches(NpgsqlTsQuery.Parse(query)));
#pragma warning restore CS0618

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(IQueryable<Idea> ideas, CancellationToken cancellationToken)
    {
        var rows = await ideas.Select(idea => new { idea.Id, idea.PublicTitle, idea.PublishedAt, Terms = EF.Property<string[]?>(idea, SearchColumns.PublicTerms) }).ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Terms is not null).DistinctBy(row => row.Id).OrderByDescending(row => row.PublishedAt).Select(row => new Candidate(row.Id, row.PublicTitle, row.Terms!))];
    }

    private async Task<IReadOnlyList<SimilarIdea>> ShownAsync(IReadOnlyList<(Candidate Idea, Likeness Likeness)> best, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = best.Select(pair => pair.Idea.Id).ToList();
        var rows = await IdeaLines.Rows(db.Ideas.AsNoTracking().Public(now).Where(idea => ids.Contains(idea.Id)), now).Select(row => new
        {
            Line = row,
            // The reason of the last decision that everyone may read.
            Reason = db.Timeline.Where(line => line.IdeaId == row.Id && line.Kind == TimelineKinds.Decided && line.Audience == Audience.Public && line.VisibleFrom <= now && !line.TakenBack)
                .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Select(line => line.Note).FirstOrDefault(),
            HasSheet = ReadLesson.ReadLesson.Sheets(db.Evidence).Any(sheet => sheet.IdeaId == row.Id),
        }).ToDictionaryAsync(row => row.Line.Id, cancellationToken);
        var sheets = await lessonSheets.AmongAsync([.. rows.Values.Where(row => row.HasSheet).Select(row => row.Line.Id)], cancellationToken);
        return [.. best.Where(pair => rows.ContainsKey(pair.Idea.Id)).Select(pair => Shown(rows[pair.Idea.Id].Line, pair.Likeness, rows[pair.Idea.Id].Reason, sheets.Contains(pair.Idea.Id)))];
    }

    private SimilarIdea Shown(IdeaRow row, Likeness likeness, string? lesson, bool hasSheet)
    {
        var workflow = workflows.Find(row.WorkflowKey, row.WorkflowVersion);
        var stage = workflow?.Stages.FirstOrDefault(one => one.Code == row.Stage);
        var done = stage?.IsEnd ?? false;
        var reason = done ? workflow?.CloseReasons.FirstOrDefault(one => one.Code == row.CloseReason) : null;
        return new(
            row.Id, row.CaseNumber, row.Title.Length > 0 ? row.Title : IdeaLines.Excerpt(row.Text, 80), row.Title.Length > 0 ? TextLanguages.Swedish : row.Language, IdeaLines.Excerpt(row.Text, ExcerptLength), row.Language,
            likeness.Same, likeness.Words, (stage?.PublicStep ?? 0) + 1, texts[stage?.Name ?? row.Stage], done, done && row.CloseReason == CloseReasons.Implemented, reason is null ? null : texts[reason.ShownAs].Value,
            done && lesson is not null ? IdeaLines.Excerpt(lesson, LessonLength) : null, hasSheet);
    }
}

/// <summary>An idea to compare with.</summary>
internal sealed record Candidate(Guid Id, string? Title, IReadOnlyList<string> Terms)
{
    public IReadOnlySet<string> TermSet { get; } = Terms.ToHashSet(StringComparer.Ordinal);

    public IReadOnlySet<string> TitleTerms { get; } = TextTerms.Of(Compounds.BuiltIn, Title).ToHashSet(StringComparer.Ordinal);
}
