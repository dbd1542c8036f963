using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Ideas.Tests.Swedish;

public sealed class SwedishTests
{
    [Theory]
    [InlineData("skola skolan skolor skolorna skolans skolornas")]
    [InlineData("bibliotek biblioteket biblioteken bibliotekets")]
    [InlineData("cykel cykeln cyklar cyklarna cykla")]
    [InlineData("fågel fågeln fåglar fåglarna")]
    [InlineData("bänk bänken bänkar bänkarna")]
    [InlineData("gata gatan gator gatorna")]
    [InlineData("träd trädet träden")]
    [InlineData("stad staden städer städernas")]
    [InlineData("bok boken böcker böckerna")]
    [InlineData("sjö sjön sjöar sjöarna")]
    [InlineData("idé idén idéer idéerna")]
    [InlineData("vinter vintern vintrar vintrarna")]
    [InlineData("fönster fönstret fönstren")]
    [InlineData("vatten vattnet vattnets")]
    [InlineData("museum museet museer")]
    [InlineData("grön gröna grönt")]
    [InlineData("digital digitala digitalt")]
    [InlineData("parkering parkeringen parkeringar parkera")]
    [InlineData("belysning belysningen belyst")]
    [InlineData("lekplats lekplatsen lekplatser lekplatserna")]
    [InlineData("dator datorn datorer datorerna")]
    [InlineData("möte möten mötet mötena")]
    [InlineData("säker säkert säkerhet säkra")]
    [InlineData("verkstad verkstaden verkstäder verkstäderna")]
    [InlineData("bostad bostaden bostäder")]
    [InlineData("marknad marknaden marknader")]
    [InlineData("månad månaden månader")]
    [InlineData("toalett toaletten toaletter toaletterna")]
    [InlineData("skratt skrattet skrattets")]
    [InlineData("bibliotekskort bibliotekskortet bibliotekskorten")]
    public void All_forms_of_a_word_have_one_stem(string forms) => Assert.Single(forms.Split(' ').Select(WordStem.Of).Distinct());

    [Theory]
    [InlineData("skola skål skal")]
    [InlineData("bänk bank bana")]
    [InlineData("väg vägg våg")]
    [InlineData("park parkering")]
    [InlineData("hund hundra")]
    [InlineData("förskola skola")]
    public void Different_words_keep_different_stems(string words) => Assert.Equal(words.Split(' ').Length, words.Split(' ').Select(WordStem.Of).Distinct().Count());

    [Theory]
    [InlineData("skolcykelparkering", "skol cykel parker")]
    [InlineData("cykelställen", "cykel ställ")]
    [InlineData("parkbänkar", "park bänk")]
    [InlineData("gatubelysningen", "gat belys")]
    [InlineData("busstation", "buss statio")]
    [InlineData("ungdomsgård", "ungdom gård")]
    [InlineData("elbilsladdning", "el bil ladd")]
    [InlineData("förskolegården", "förskol gård")]
    [InlineData("hemtjänstpersonal", "hemtjänst personal")]
    [InlineData("snickarverkstaden", "verkst")]
    [InlineData("dansbandskväll", "dan band kväll")]
    [InlineData("förskola", "")]
    [InlineData("utbildning", "")]
    [InlineData("parkering", "")]
    [InlineData("bänk", "")]
    [InlineData("haluaisin", "")]
    public void A_compound_is_split_where_its_parts_meet(string word, string parts) =>
        Assert.Equal(parts, string.Join(' ', Compounds.BuiltIn.Split(word, WordStem.Of(word))));

    /// <summary>Otherwise what an idea is split into would depend on which words happen to be listed.</summary>
    [Fact]
    public void No_listed_word_is_a_compound_of_others() => Assert.Empty(WordList.Words.Where(word => Compounds.BuiltIn.Split(word, WordStem.Of(word)).Count > 0));

    [Fact]
    public void A_word_that_many_ideas_have_can_split_others()
    {
        var own = new Compounds(new HashSet<string> { "skoter" });
        Assert.Equal(["kraft"], Compounds.BuiltIn.Split("seniorkraft", WordStem.Of("seniorkraft")));
        Assert.Equal(["senior", "kraft"], new Compounds(new HashSet<string> { "senior" }).Split("seniorkraft", WordStem.Of("seniorkraft")));
        Assert.Empty(own.Split("skoter", "skoter"));
    }

    [Fact]
    public void Small_words_and_numbers_say_nothing_about_what_an_idea_is_about() =>
        Assert.Equal(["~bänk", "~kanal", "~etjänst", "~tjänst"], TextTerms.Of(Compounds.BuiltIn, "Jag vill att kommunen ska ha 25 bänkar vid kanalen, i e-tjänsten."));

    [Theory]
    [InlineData("”Cykelställ” – vid skolan…", "cykelställ vid skolan")]
    [InlineData("cykel\u00ADställ", "cykelställ")]
    [InlineData("a\u030Angbåt", "ångbåt")]
    [InlineData("e-tjänst", "etjänst")]
    [InlineData("bänkar/stolar", "bänkar stolar")]
    [InlineData("čoahkkin ja suomenkielinen", "čoahkkin ja suomenkielinen")]
    [InlineData("\uD800\uDC00 \uD800 x", "x")]
    [InlineData("", "")]
    public void Words_are_what_one_reads_as_words(string text, string words) => Assert.Equal(words, string.Join(' ', WordTokens.In(text).Select(token => token.Text)));

    /// <summary>Any text at all: surrogates that belong nowhere, marks without letters, control characters.</summary>
    [Fact]
    public void The_analysis_never_throws_and_its_terms_are_always_terms() => Prop.ForAll(Hostile, text =>
    {
        var terms = TextTerms.Of(Compounds.BuiltIn, text);
        return terms.Count <= TextTerms.MostTerms && terms.Distinct().Count() == terms.Count
            && terms.All(term => term.Length > 1 && term[0] == TextTerms.Mark && !term.Any(char.IsWhiteSpace) && term.Length <= WordStem.LongestWord + 2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reducing_a_stem_again_changes_nothing() => Prop.ForAll(Hostile, text =>
        WordTokens.In(text).Where(token => token.Text.Length <= WordStem.LongestWord).All(token => WordStem.Reduce(WordStem.Of(token.Text)) == WordStem.Of(token.Text) || WordStem.Of(token.Text).Length > 12))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("skolcykelparkering ")]
    [InlineData("as")]
    [InlineData("gatugatugatugatugatugatugatugatu ")]
    [InlineData("skolskolskolskolskolskolskolskolskol ")]
    [InlineData("ä\u0301")]
    [InlineData("a-b-c-")]
    [InlineData("\uD800")]
    [InlineData("abcdefghijklmnopqrstuvwxyzåäö ")]
    public void Twenty_thousand_hostile_characters_take_no_longer_than_ten_times_two_thousand(string piece)
    {
        string Text(int length) => string.Concat(Enumerable.Range(0, (length / piece.Length) + 1).Select(i => piece.Trim() + (piece.EndsWith(' ') ? $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} " : "")))[..length];
        var (shorter, longer) = (Text(2_000), Text(20_000));
        var (few, many) = (Fastest(shorter), Fastest(longer));
        // Quadratic time would be a hundred times as long; the margins are for a busy machine.
        Assert.True(many < (few * 50) + TimeSpan.FromMilliseconds(500), $"{few.TotalMilliseconds} ms, then {many.TotalMilliseconds} ms");
    }

    private static TimeSpan Fastest(string text) => Enumerable.Range(0, 5).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        TextTerms.Of(Compounds.BuiltIn, text);
        return watch.Elapsed;
    });

    private static Arbitrary<string> Hostile => Gen.OneOf(
            Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(code => (char)code)).Select(letters => new string(letters)),
            Gen.ArrayOf(Gen.Elements("skol", "cykel", "parkering", "gatu", "s", "a", "en", "ning", "\u00AD", "-", " ", "å", "\u030A", "\uD83D", "\uDE00", "’", "0", "x".PadRight(60, 'x'))).Select(string.Concat))
        .ToArbitrary();
}
