using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>What someone searches for, ready to be asked.</summary>
/// <param name="Wide">With beginnings of words: asked when <paramref name="Exact"/> finds nothing, and not made before, since every known word is looked through for it. Null when a word was typed with a star: then it has been asked.</param>
internal sealed record SearchQuery(AskedWords Exact, Func<AskedWords>? Wide);

/// <summary>Reads what was typed in a search field, in bounded time whatever it is.</summary>
internal sealed class SearchQueries(IdeasDbContext db, KeptTermStatistics statistics)
{
    public const int MostLetters = 200;

    public static readonly Text TookTooLong = "Sökningen tog för lång tid. Skriv ett ord till, eller ett ovanligare.";

    /// <param name="field">The name of the field, for the problem.</param>
    /// <returns>A problem when it is too long, or has nothing in it to look for.</returns>
    public async Task<Outcome<SearchQuery>> ReadAsync(string typed, string field, CancellationToken cancellationToken)
    {
        // Before anything else is done with it.
        if (typed.Length > MostLetters) return Problem.Invalid(new FieldError(field, new Text("Sök: högst {0} tecken. Skriv några ord i stället för en hel text.", MostLetters)));
        var words = Plain(typed);
        var read = await db.Database.SqlQuery<Read>($"""select query::text as "Query", querytree(query) as "Asked" from websearch_to_tsquery('swedish', {words}) as query""").SingleAsync(cancellationToken);
        if (read.Query.Length == 0) return Problem.Invalid(new FieldError(field, "Sök: skriv minst ett ord som säger något, till exempel cykel eller bibliotek. Småord som och, att och på finns i nästan alla idéer."));
        // T: every idea would have to be read to see what it does not say.
        if (read.Asked is "T" or "") return Problem.Invalid(new FieldError(field, "Sök: skriv också något som ska finnas med, inte bara det som inte ska det."));
        var query = LexemeQuery.Parse(read.Query);
        var known = await statistics.GetAsync(cancellationToken);
        return typed.Contains('*', StringComparison.Ordinal) ? new SearchQuery(query.Wide(known), null) : new SearchQuery(query.Exact(known), () => query.Wide(known));
    }

    /// <summary>A case number has letters and digits. Read aloud it gets spaces and small letters, which it is not kept with.</summary>
    /// <returns>Null when it cannot be one.</returns>
    public static string? AsCaseNumber(string typed)
    {
        if (typed.Length > 60) return null;
        var word = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        return word.Length is > 2 and <= 40 && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? word.ToUpperInvariant() : null;
    }

    /// <summary>As the texts themselves were made plain before they were indexed.</summary>
    private static string Plain(string typed)
    {
        var line = SubmittedText.Line(typed) ?? "";
        // Typographic quotes are how a telephone writes a phrase.
        var plain = line.Select(letter => letter is '”' or '“' or '„' or '»' or '«' ? '"' : SearchColumns.BetweenWords.Contains(letter) ? ' ' : letter);
        return string.Concat(plain.Where(letter => letter != '\u00AD'));
    }

    private sealed record Read(string Query, string? Asked);
}
