using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

internal sealed record SynonymView(Guid Id, IReadOnlyList<string> Words, int Version);

/// <summary>Words for one thing, kept by administrators. A change works at once on every idea there is.</summary>
internal sealed class EditSynonyms(IdeasDbContext db, KeptSynonyms kept, CurrentUser user, TimeProvider time)
{
    private const int MostGroups = 1_000;

    private static readonly Problem NoSuchGroup = Problem.NotFound("Ordgruppen finns inte. Någon kan ha tagit bort den.");

    /// <param name="having">A part of a word: only groups where some word has it; null for all.</param>
    public async Task<IReadOnlyList<SynonymView>> ListAsync(string? having, CancellationToken cancellationToken) =>
        [.. (await Groups.AsNoTracking().Take(MostGroups).ToListAsync(cancellationToken))
            .Where(group => string.IsNullOrWhiteSpace(having) || group.Words.Any(word => word.Contains(having.Trim(), StringComparison.OrdinalIgnoreCase))).OrderBy(group => group.Words[0], StringComparer.CurrentCulture).Select(View)];

    public async Task<Outcome<SynonymView>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Groups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == id, cancellationToken) is { } group ? View(group) : NoSuchGroup;

    public async Task<Outcome<Guid>> AddAsync(string? typed, CancellationToken cancellationToken)
    {
        var words = SynonymRules.Words(typed);
        if (SynonymRules.Check(words) is { } error) return Problem.Invalid(error);
        if (await Groups.CountAsync(cancellationToken) >= MostGroups) return Problem.Conflict(new Text("Det finns redan {0} ordgrupper. Ta bort någon som inte behövs.", MostGroups));
        var group = new SynonymGroup { Id = Guid.CreateVersion7(), Words = words, ChangedAt = time.GetUtcNow(), ChangedById = user.RequiredId };
        db.Synonyms.Add(group);
        return await SaveAsync("ideas.synonyms-added", group, cancellationToken) is { } problem ? problem : group.Id;
    }

    public Task<Outcome<int>> ChangeAsync(Guid id, string? typed, int version, CancellationToken cancellationToken)
    {
        var words = SynonymRules.Words(typed);
        return SynonymRules.Check(words) is { } error
            ? Task.FromResult<Outcome<int>>(Problem.Invalid(error))
            : ChangeAsync(id, version, "ideas.synonyms-changed", group => group.Words = words, cancellationToken);
    }

    public Task<Outcome<int>> RemoveAsync(Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, "ideas.synonyms-removed", group => group.RemovedAt = time.GetUtcNow(), cancellationToken);

    private IQueryable<SynonymGroup> Groups => db.Synonyms.Where(group => group.RemovedAt == null).OrderBy(group => group.Id);

    private async Task<Outcome<int>> ChangeAsync(Guid id, int version, string action, Action<SynonymGroup> change, CancellationToken cancellationToken)
    {
        if (await Groups.FirstOrDefaultAsync(group => group.Id == id, cancellationToken) is not { } group) return NoSuchGroup;
        if (version != group.Version) return Problem.Stale();
        change(group);
        group.ChangedAt = time.GetUtcNow();
        group.ChangedById = user.RequiredId;
        return await SaveAsync(action, group, cancellationToken) is { } problem ? problem : group.Version;
    }

    private async Task<Problem?> SaveAsync(string action, SynonymGroup group, CancellationToken cancellationToken)
    {
        db.Audit(new AuditFact(action, "synonym", group.Id, user.RequiredId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        kept.Forget();
        return null;
    }

    private static SynonymView View(SynonymGroup group) => new(group.Id, group.Words, group.Version);
}

/// <summary>What a group may hold. Pure.</summary>
internal static class SynonymRules
{
    private const int MostWords = 20;
    private const int LongestWord = 40;

    /// <param name="typed">Words with commas between them, or one a line.</param>
    public static string[] Words(string? typed) =>
        [.. SubmittedText.Lines(typed).Split([',', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.ToLowerInvariant()).Distinct()];

    public static FieldError? Check(IReadOnlyList<string> words) => words switch
    {
        { Count: < 2 } => new("Words", "Ord: skriv minst två, med komma emellan."),
        { Count: > MostWords } => new("Words", new Text("Ord: högst {0} i en grupp.", MostWords)),
        _ when words.FirstOrDefault(word => word.Length is < 2 or > LongestWord) is { } odd => new("Words", new Text("Ord: ”{0}” är för kort eller för långt.", odd.Length > 60 ? odd[..60] + "…" : odd)),
        _ when words.FirstOrDefault(word => !word.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')) is { } wrong => new("Words", new Text("Ord: ”{0}” har annat än bokstäver i sig.", wrong)),
        _ => null,
    };
}
