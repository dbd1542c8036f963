using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace IdeSluss.Architecture.Tests;

public partial class PageTests
{
    private static IReadOnlyList<string> Views { get; } = [.. Sources.Product(".cshtml")];

    [Fact]
    public void Every_view_lies_below_Features_and_its_projects_name()
    {
        foreach (var view in Views)
        {
            var owner = Sources.Owner(view)!;
            var inside = view[(owner.Folder.Length + 1)..];
            var area = owner.Name.Split('.')[^1];
            Assert.True(inside.StartsWith($"Features/{area}/", StringComparison.Ordinal) || inside is "Features/_ViewImports.cshtml" or "Features/_ViewStart.cshtml", $"{view} must lie below Features/{area}/.");
        }
    }

    /// <summary>Two views with one path hide each other without a word.</summary>
    [Fact]
    public void No_two_projects_have_a_view_with_the_same_path() => Wrong.None(
        Views.Where(view => !view.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal))
            .GroupBy(view => view[(Sources.Owner(view)!.Folder.Length + 1)..], StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => string.Join(" and ", group)));

    [Fact]
    public void Only_Ui_has_a_view_start() => Assert.Equal(["src/IdeSluss.Ui/Features/_ViewStart.cshtml"], Views.Where(view => view.EndsWith("_ViewStart.cshtml", StringComparison.Ordinal)));

    [Fact]
    public void Every_page_has_a_route_of_its_own_in_Swedish()
    {
        var pages = Views.Select(view => (View: view, Directive: PageDirective().Match(Sources.Read(view)))).Where(page => page.Directive.Success).ToList();

        Wrong.None(pages.Where(page => !page.Directive.Groups["route"].Value.StartsWith('/')).Select(page => $"{page.View}: write the route: @page \"/…\""));
        Wrong.None(pages.GroupBy(page => Parameter().Replace(page.Directive.Groups["route"].Value, "{}"), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => string.Join(" and ", group.Select(page => page.View))));
    }

    /// <summary>The content security policy forbids it; the browser would silently leave it out.</summary>
    [Fact]
    public void No_view_has_inline_script_or_style() => Wrong.None(
        from view in Views
        let text = RazorComment().Replace(Sources.Read(view), "")
        from match in InlineCode().Matches(text).Concat(ScriptWithoutSource().Matches(text))
        select $"{view}: {match.Value}");

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<button onclick='x()'>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<a href=\"javascript:x()\">")]
    public void The_search_for_inline_code_sees(string html) => Assert.Matches(InlineCode(), html);

    [Theory]
    [InlineData("<script>x()</script>", true)]
    [InlineData("<script type=\"module\" src=\"/js/x.js\"></script>", false)]
    public void The_search_for_scripts_without_a_file_sees(string html, bool found) => Assert.Equal(found, ScriptWithoutSource().IsMatch(html));

    /// <summary>But for the municipality's mark, which comes from the plugin's code.</summary>
    [Fact]
    public void No_view_writes_unencoded_text() => Wrong.None(
        Views.Where(view => Sources.Read(view).Replace("@Html.Raw(branding.MarkSvg)", "", StringComparison.Ordinal).Contains("Html.Raw", StringComparison.Ordinal)));

    [Fact]
    public void Every_text_of_a_view_has_its_English()
    {
        // Examples in doc comments are not shown to anyone.
        static string Code(string file) => DocComment().Replace(Sources.Read(file), "");
        var english = EnglishTexts.SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Sources.Read(file))!.Keys).ToHashSet();
        var missing = Sources.Product(".cshtml").Concat(Sources.Product(".cs"))
            .SelectMany(file => Localized().Matches(Code(file)).Select(match => (File: file, Key: Regex.Unescape(match.Groups["text"].Value))))
            .Where(item => !english.Contains(item.Key)).Select(item => $"{item.File}: {item.Key}").Distinct().ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} texts have no English in any Texts/en.json or Texts/en/*.json:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }

    [Fact]
    public void No_English_text_is_empty_or_given_twice_with_different_words()
    {
        var all = EnglishTexts.SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Sources.Read(file))!.Select(pair => (File: file, pair.Key, pair.Value))).ToList();

        Wrong.None(all.Where(item => string.IsNullOrWhiteSpace(item.Value)).Select(item => $"{item.File}: {item.Key}"));
        // A plugin may use other words than the modules; the modules may not disagree among themselves.
        Wrong.None(all.Where(item => !item.File.StartsWith("plugins/", StringComparison.Ordinal)).GroupBy(item => item.Key).Where(group => group.Select(item => item.Value).Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(" | ", group.Select(item => $"{item.Value} ({item.File})"))}"));
        Wrong.None(all.Where(item => !Placeholders(item.Key).SetEquals(Placeholders(item.Value))).Select(item => $"{item.File}: {item.Key} → {item.Value}"));
    }

    private static IEnumerable<string> EnglishTexts =>
        Sources.Product(".json").Where(file => file.EndsWith("/Texts/en.json", StringComparison.Ordinal) || file.Contains("/Texts/en/", StringComparison.Ordinal));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""^@page(?:\s+"(?<route>[^"]*)")?""", RegexOptions.Multiline)]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^\\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex DocComment();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("""<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=\s*["']|<style\b|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"<script(?![^>]*\ssrc\s*=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptWithoutSource();

    [GeneratedRegex("""\b(?:L|texts|localizer)\["(?<text>(?:[^"\\]|\\.)*)"\s*[,\]]""")]
    private static partial Regex Localized();
}
