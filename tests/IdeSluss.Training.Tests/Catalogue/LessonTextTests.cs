using System.Text.Encodings.Web;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Training.Features.Training.Lessons;

namespace IdeSluss.Training.Tests.Catalogue;

public class LessonTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[klicka](javascript:alert(1))")]
    [InlineData("[klicka](JaVaScRiPt:alert(1))")]
    [InlineData("[klicka](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![bild](https://utanfor.example/spana.png)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](script%22/javascript:alert(1))")]
    [InlineData("[x](//utanfor.example)")]
    [InlineData("[a]: javascript:alert(1)\n\n[text][a]")]
    [InlineData("<a href=\"https://x.example\" style=\"position:fixed\" onclick=\"x()\">x</a>")]
    public void What_a_browser_could_run_or_fetch_never_reaches_it(string text) => AssertHarmless(Rendered(text));

    [Fact]
    public void No_text_at_all_gives_anything_but_the_elements_that_lessons_have() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("<", ">", "\"", "'", "javascript:", "[", "](", ")", "!", "`", "\n", "\n\n", "# ", "a", "onerror=", "script", "img src=x ", "&#106;", "\t", "://", "/", "style=")).Select(string.Concat).ToArbitrary(),
            text => AssertHarmless(Rendered(text))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("[x](javascript:alert(1))", "måste börja med")]
    [InlineData("[x](//utanfor.example)", "måste börja med")]
    [InlineData("[](https://exempel.se)", "saknar text")]
    [InlineData("![x](/bild.png)", "lägg bilder som material")]
    [InlineData("<b>fet</b>", "HTML går inte")]
    [InlineData("## Ett\n\n#### Tre", "Hoppa inte över")]
    public void The_writer_is_told_what_would_not_be_shown(string text, string said) => Assert.Contains(LessonText.Faults(text), fault => fault.Key.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void What_is_right_has_no_faults_and_reads_as_written()
    {
        const string text = "## Rubrik\n\nEtt *viktigt* ord, en [länk](/utbildning) och [en till](https://exempel.se).\n\n1. Ett\n2. Två\n\n### Under\n\n- a < b";
        Assert.Empty(LessonText.Faults(text));
        var html = Rendered(text);
        Assert.Contains("<h2 class=\"ds-heading\">Rubrik</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/utbildning\" class=\"ds-link\">länk</a>", html, StringComparison.Ordinal);
        Assert.Contains("<ol>", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
    }

    private static string Rendered(string text)
    {
        using var writer = new StringWriter();
        LessonText.Render(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>Reads the result as a browser would: every element and attribute is one that lessons have.</summary>
    private static void AssertHarmless(string html)
    {
        foreach (var element in new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, (string[])["h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr"]);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, (string[])["href", "class", "start"]);
                if (attribute.Name == "href") Assert.Matches(@"^(https?:|mailto:|/$|/[^/\\]|#)", attribute.Value);
            }
        }
    }
}
