using System.Net;
using System.Text.RegularExpressions;

namespace IdeSluss.TestKit.Web;

/// <summary>An answer of the host, read as a page.</summary>
/// <param name="Address">Where one ended up, after redirects: path and query.</param>
/// <param name="Html">The body as text, whatever its type.</param>
public sealed partial record Page(HttpStatusCode Status, string Address, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public int StatusCode => (int)Status;

    /// <summary>What one reads: no tags, no scripts, spaces collapsed.</summary>
    public string Text => TextOf(Html);

    public string Title => WebUtility.HtmlDecode(TitleElement().Match(Html).Groups[1].Value).Trim();

    /// <summary>What the page is for comes first: forms of the main part, then those around it (log out).</summary>
    public IReadOnlyList<HtmlForm> Forms
    {
        get
        {
            var main = MainElement().Match(Html);
            return main.Success ? [.. HtmlForm.In(main.Value), .. HtmlForm.In(Html.Remove(main.Index, main.Length))] : HtmlForm.In(Html);
        }
    }

    /// <summary>Addresses of all links on the page.</summary>
    public IReadOnlyList<string> Links => [.. Link().Matches(Html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    public bool Says(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    internal static string TextOf(string html) =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, " "), " ")), " ").Trim();

    [GeneratedRegex("<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TitleElement();

    [GeneratedRegex(@"<main\b.*</main>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MainElement();

    [GeneratedRegex("""<a\b[^>]*\bhref="([^"]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"<!--.*?-->|<(script|style|template)\b.*?</\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("""<(?:[^>"']|"[^"]*"|'[^']*')*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
