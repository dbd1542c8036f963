using System.Text;
using System.Text.RegularExpressions;
using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>
/// A query as PostgreSQL read it, widened by what its Swedish does not know: <c>'skolan'</c> becomes <c>'skolan' | '~skol'</c>, which finds every inflection of the word
/// and every compound that has it as a part. Words of a phrase are left as they are: only their own lexemes have places.
/// </summary>
internal sealed partial class LexemeQuery
{
    /// <summary>Shorter beginnings would ask for half the index.</summary>
    private const int ShortestBeginning = 3;

    private readonly List<Token> tokens;

    private LexemeQuery(List<Token> tokens) => this.tokens = tokens;

    /// <param name="query">The text form of a <c>tsquery</c>.</param>
    public static LexemeQuery Parse(string query) => new([.. Pieces().Matches(query).Select(piece => new Token(piece.Value))]);

    /// <summary>The words as they were typed, in any inflection.</summary>
    public AskedWords Exact(TermStatistics statistics) => new(Rewrite(AsTyped), Estimate(lexeme => statistics.Of(Term(lexeme))), new WordMatch(Stems, []));

    /// <summary>As <see cref="Exact"/>, and words that begin with them, and the parts of a compound standing apart.</summary>
    public AskedWords Wide(TermStatistics statistics)
    {
        var beginnings = Wanted.Where(lexeme => lexeme.Length >= ShortestBeginning).ToList();
        return new(Rewrite(WithBeginnings), Estimate(lexeme => statistics.BeginningWith(Term(lexeme))), new WordMatch(Stems, beginnings));
    }

    private IEnumerable<string> Wanted => Enumerable.Range(0, tokens.Count).Where(at => tokens[at].IsLexeme && !IsDenied(at)).Select(at => tokens[at].Lexeme);

    private HashSet<string> Stems => Wanted.Select(WordStem.Reduce).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> AsTyped(string lexeme) => [Quoted(lexeme), Quoted(Term(lexeme))];

    private static IEnumerable<string> WithBeginnings(string lexeme)
    {
        foreach (var way in AsTyped(lexeme)) yield return lexeme.Length >= ShortestBeginning ? way + ":*" : way;
        var parts = Compounds.BuiltIn.Split(lexeme, WordStem.Reduce(lexeme));
        if (parts.Count > 0) yield return $"({string.Join(" & ", parts.Select(part => Quoted(TextTerms.Mark + part)))})";
    }

    private string Rewrite(Func<string, IEnumerable<string>> ways)
    {
        var query = new StringBuilder();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            query.Append(token.IsLexeme && !IsInPhrase(at) ? $"({string.Join(" | ", IsDenied(at) ? AsTyped(token.Lexeme) : ways(token.Lexeme))})" : token.Text).Append(' ');
        }

        return query.ToString();
    }

    /// <summary>In how many ideas at most: as many as the rarest of words that must all be there, and as the commonest of what one may choose between.</summary>
    private int Estimate(Func<string, int> frequency)
    {
        var (most, rarest) = (0, int.MaxValue);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].IsLexeme && !IsDenied(at)) rarest = Math.Min(rarest, frequency(tokens[at].Lexeme));
            if (tokens[at].Text != "|" && at < tokens.Count - 1) continue;
            most = Math.Max(most, rarest);
            rarest = int.MaxValue;
        }

        return most;
    }

    private bool IsInPhrase(int at) => (at > 0 && tokens[at - 1].IsPhrase) || (at + 1 < tokens.Count && tokens[at + 1].IsPhrase);

    /// <summary>After a "not". A denied phrase stands in brackets: its words count as wanted, which only makes the estimate lower.</summary>
    private bool IsDenied(int at) => at > 0 && tokens[at - 1].Text == "!";

    private static string Term(string lexeme) => TextTerms.Mark + WordStem.Reduce(lexeme);

    public static string Quoted(string lexeme) => $"'{lexeme.Replace("'", "''", StringComparison.Ordinal).Replace(@"\", @"\\", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"'(?:[^'\\]|''|\\.)*'(?::[A-D*]+)?|<->|<\d+>|[&|!()]")]
    private static partial Regex Pieces();

    private readonly record struct Token(string Text)
    {
        public bool IsLexeme => Text[0] == '\'';

        public bool IsPhrase => Text[0] == '<';

        public string Lexeme => Text[1..Text.LastIndexOf('\'')].Replace("''", "'", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
    }
}

/// <param name="Query">A <c>tsquery</c> in text form.</param>
/// <param name="Estimate">In how many ideas at most, as far as is known.</param>
/// <param name="Match">The same for marking words in a text.</param>
internal sealed record AskedWords(string Query, int Estimate, WordMatch Match);

/// <summary>Whether a word of a text answers to what was asked: itself, a part of it when it is a compound, or its beginning. For one reader: it remembers what it has seen.</summary>
internal sealed class WordMatch(IReadOnlySet<string> stems, IReadOnlyList<string> beginnings)
{
    private readonly Dictionary<string, bool> seen = new(StringComparer.Ordinal);

    public bool Answers(WordToken token) => Answers(token.Text) || token.Pieces.Any(Answers);

    private bool Answers(string word)
    {
        if (seen.TryGetValue(word, out var known)) return known;
        return seen[word] = word.Length <= WordStem.LongestWord && Look(word);
    }

    private bool Look(string word)
    {
        var stem = WordStem.Of(word);
        return stems.Contains(stem) || Compounds.BuiltIn.Split(word, stem).Any(stems.Contains) || beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal));
    }
}
