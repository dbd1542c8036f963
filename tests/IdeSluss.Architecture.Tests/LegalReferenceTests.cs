using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Legal;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Architecture.Tests;

/// <summary>
/// Law is data with days of validity (<see cref="LegalReference"/>). A text that people read and that names a paragraph or a statute's number would go on citing it
/// after the law has moved, so none may.
/// </summary>
public partial class LegalReferenceTests(TestHost pitea, SkellefteaHost skelleftea) : IClassFixture<TestHost>, IClassFixture<SkellefteaHost>
{
    /// <summary>Where the data itself is.</summary>
    private static bool HoldsTheData(string source) => source.Contains("LegalReference>", StringComparison.Ordinal) && source.Contains("static IReadOnlyList<LegalReference>", StringComparison.Ordinal);

    [Fact]
    public void No_text_that_people_read_cites_a_statute() => Wrong.None(
        from file in Sources.Product(".cs").Concat(Sources.Product(".cshtml"))
        let source = Sources.Read(file)
        where !HoldsTheData(source)
        from text in file.EndsWith(".cs", StringComparison.Ordinal) ? Literals(source) : [RazorComment().Replace(source, "")]
        from match in Citation().Matches(text)
        select $"{file}: {match.Value} in «{Shortened(text, match.Index)}»: use <legal-reference code=\"…\" /> or laws.Cite(…)");

    [Fact]
    public void No_translation_cites_a_statute() => Wrong.None(
        from file in Sources.Product(".json").Where(file => file.Contains("/Texts/", StringComparison.Ordinal))
        from pair in JsonSerializer.Deserialize<Dictionary<string, string>>(Sources.Read(file))!
        where Citation().IsMatch(pair.Key) || Citation().IsMatch(pair.Value)
        select $"{file}: {pair.Key}");

    [Theory]
    [InlineData("Skälen krävs enligt 32 § förvaltningslagen.")]
    [InlineData("Se FL 32 §.")]
    [InlineData("KL 6:38 säger nej.")]
    [InlineData("lagen (2018:1937) om tillgänglighet")]
    [InlineData("5 kap. kommunallagen")]
    [InlineData("artikel 35 i dataskyddsförordningen")]
    [InlineData("LSS 24 b §")]
    public void The_search_sees(string text) => Assert.Matches(Citation(), text);

    [Theory]
    [InlineData("Skriv paragrafen i protokollet, till exempel § 42.")]
    [InlineData("Möjligt missförhållande (lex Sarah)")]
    [InlineData("Öppet 08:00–16:30, kl. 14.10")]
    [InlineData("Så länge arkivlagen säger det.")]
    [InlineData("IDE-2025-000142")]
    public void The_search_lets_pass(string text) => Assert.DoesNotMatch(Citation(), text);

    /// <summary>A plugin may put its own in place of one of ours, but nobody declares two that hold the same day under one code.</summary>
    [Fact]
    public void No_code_has_two_entries_in_force_on_the_same_day() => Wrong.None(
        from host in new TestHost[] { pitea, skelleftea }
        from same in Laws(host).GroupBy(law => law.Code)
        let entries = same.OrderBy(law => law.From ?? DateOnly.MinValue).ToList()
        from pair in entries.Zip(entries.Skip(1))
        where !(pair.First.To < (pair.Second.From ?? DateOnly.MinValue))
        select $"{same.Key}: {pair.First.Citation} and {pair.Second.Citation}");

    [Fact]
    public void The_law_that_moved_is_cited_as_it_was_on_the_day_of_the_case()
    {
        var laws = Laws(pitea);

        Assert.Equal("Socialtjänstlagen (2001:453), 14 kap. 3 §", laws.Cite("LEX_SARAH_SOL", new DateOnly(2025, 6, 30)));
        Assert.Equal("Socialtjänstlagen (2025:400), 27 kap. 2 §", laws.Cite("LEX_SARAH_SOL", new DateOnly(2025, 7, 1)));
        Assert.Equal("NO_SUCH_LAW", laws.Cite("NO_SUCH_LAW", new DateOnly(2025, 7, 1)));
    }

    [Fact]
    public void A_law_that_says_something_says_where_that_was_read_or_that_it_is_to_be_confirmed() => Wrong.None(
        Laws(pitea).Concat(Laws(skelleftea)).Where(law => law.Says is not null && law.Source is null && !law.ToBeConfirmed).Select(law => law.Code).Distinct());

    private static IReadOnlyList<LegalReference> Laws(TestHost host) => [.. host.Services.GetServices<LegalReference>()];

    /// <summary>String literals, without those of comments.</summary>
    private static IEnumerable<string> Literals(string source) =>
        Literal().Matches(Comment().Replace(source, "")).Select(match => match.Value);

    private static string Shortened(string text, int at) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" ");

    [GeneratedRegex("""
        \d\s?[a-z]?\s?§                                   # 32 §, 24 b §
        |\b\d+\s?kap\.                                    # 5 kap.
        |\bartik(?:el|larna)\s\d                          # artikel 35
        |\b(?:art\.|article|section)\s\d
        |\b(?:FL|KL|TF|OSL|LSS|SoL|MBL|LOU|GDPR)\s\d      # KL 6:38
        |\((?:19|20)\d\d:\d+\)                            # (2018:1937)
        |\b(?:SOSFS|HSLF-FS|AFS|SFS)\s\d
        |\(EU\)\s?20\d\d
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Citation();

    [GeneratedRegex("(?m)^\\s*///?.*$|(?<![:\"])//[^\"\\n]*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\\$?@?\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();
}
