using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Features.Ideas.Synonyms;
using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Ideas.Tests.Similar;

public sealed class ComparedTextTests
{
    private static readonly SynonymMap Synonyms = SynonymMap.Of(SynonymSeeder.Groups());

    /// <summary>A thousand ideas, of which many are about school and few about anything else.</summary>
    private static readonly TermStatistics Statistics = TermStatistics.From([("", 1_000), ("~skol", 400), ("~barn", 300), ("~bänk", 20), ("~cykel", 60), ("~ställ", 30), ("~parker", 40), ("~sjösäk", 8)]);

    [Theory]
    [InlineData("cykelställ vid skolan", "skolcykelparkering", true)]
    [InlineData("Fler bänkar.", "Parkbänkarna är för få", true)]
    [InlineData("Fler sittplatser", "Sätt en bänk här", true)]
    [InlineData("skolan", "En skola till för barnen", true)]
    [InlineData("Barnen på skolan vill ha ett akvarium", "Barnen på skolan vill ha en karusell", false)]
    [InlineData("Cykelvägen till badet", "Parkbänkar och blommor", false)]
    public void Alike_is_what_shares_what_tells(string text, string idea, bool same)
    {
        var likeness = Compare(text, idea);
        Assert.Equal(same, likeness?.Same ?? false);
        if (same) Assert.NotEmpty(likeness!.Words);
    }

    [Fact]
    public void What_matches_is_said_in_the_words_that_were_typed_and_the_rarest_first() =>
        Assert.Equal(["cykelställ", "skolorna"], Compare("Cykelställ vid skolorna", "Ett ställ för cyklar på en skola")!.Words);

    [Fact]
    public void A_word_that_many_ideas_have_splits_what_is_typed()
    {
        var few = new ComparedText(null, "sjösäkvakt", Statistics, Synonyms).Words.Single();
        Assert.Equal(["~sjösäk", "~vakt"], few.Parts);
    }

    [Fact]
    public void Nothing_common_alone_is_looked_for_when_something_rare_is_there()
    {
        var query = RareWords.Query(new ComparedText(null, "bänk skola barn", Statistics, Synonyms), Statistics, Synonyms)!.Indexed[0];
        Assert.Contains("~bänk", query, StringComparison.Ordinal);
        var many = TermStatistics.From([("", 1_000_000), ("~skol", 400_000), ("~barn", 300_000)]);
        var pair = RareWords.Query(new ComparedText(null, "skola barn", many, SynonymMap.Of([])), many, SynonymMap.Of([]))!;
        Assert.Empty(pair.Indexed);
        Assert.Equal("(('~barn') & ('~skol'))", pair.Newest);
    }

    [Fact]
    public void No_text_is_too_odd_to_compare() => Prop.ForAll(Hostile, Hostile, (text, idea) =>
    {
        var compared = new ComparedText(null, text, Statistics, Synonyms);
        var terms = TextTerms.Of(Compounds.BuiltIn, idea).ToHashSet(StringComparer.Ordinal);
        var likeness = compared.To(terms, terms);
        _ = RareWords.Query(compared, Statistics, Synonyms);
        return compared.Words.Count <= 60 && compared.Words.All(word => double.IsFinite(word.Weight) && word.Weight >= 0) && (likeness is null || double.IsFinite(likeness.Score));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("skolcykelparkering ")]
    [InlineData("å")]
    [InlineData("a-b-c ")]
    [InlineData("{0} ")]
    public void Twenty_thousand_letters_ask_no_more_than_a_page_does(string piece)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => piece.Replace("{0}", "ord" + new string((char)('a' + (i % 25)), 1 + (i % 7)) + (char)('a' + (i / 175 % 25)), StringComparison.Ordinal)))[..20_000];
        var compared = new ComparedText(null, text, Statistics, Synonyms);

        Assert.InRange(compared.Words.Count, 0, 60);
        Assert.InRange(RareWords.Query(compared, Statistics, Synonyms)?.Indexed.Sum(query => query.Length) ?? 0, 0, 4_000);
    }

    private static Likeness? Compare(string text, string idea)
    {
        var terms = TextTerms.Of(Compounds.BuiltIn, idea).ToHashSet(StringComparer.Ordinal);
        return new ComparedText(null, text, Statistics, Synonyms).To(terms, new HashSet<string>());
    }

    private static Arbitrary<string> Hostile => Gen.OneOf(
            Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(code => (char)code)).Select(letters => new string(letters)),
            Gen.ArrayOf(Gen.Elements("skol", "cykel", "parkering", "bänkar ", "barn ", "s", "-", " ", "\u030A", "\uD83D", "'", "\\", "x".PadRight(60, 'x'))).Select(string.Concat))
        .ToArbitrary();
}
