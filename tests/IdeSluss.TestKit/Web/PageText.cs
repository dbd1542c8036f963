using System.Net;
using System.Text.RegularExpressions;

namespace IdeSluss.TestKit.Web;

/// <summary>A piece of text that a page shows or says aloud.</summary>
/// <param name="Language">The <c>lang</c> in force where it stands.</param>
/// <param name="Where">The elements around it: <c>main > ul > li</c>, with the attribute for one that is only heard.</param>
public sealed partial record PageText(string Text, string? Language, string Where)
{
    /// <summary>BCP 47 for what is no language.</summary>
    private const string Sign = "zxx";

    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private static readonly string[] Spoken = ["aria-label", "title", "placeholder", "alt", "label", "data-copied"];

    /// <summary>All texts of a page in order; what scripts, styles and pictures hold is not read.</summary>
    public static IReadOnlyList<PageText> Of(string html)
    {
        var texts = new List<PageText>();
        var open = new Stack<(string Name, string? Language)>();
        foreach (Match token in Token().Matches(html))
        {
            var name = token.Groups["name"].Value.ToLowerInvariant();
            if (token.Groups["text"].Success)
            {
                if (!open.Any(element => element.Name is "script" or "style" or "svg" or "template" || element.Language == Sign)) Add(token.Groups["text"].Value, null);
            }
            else if (token.Groups["close"].Value.Length > 0)
            {
                // An end without a beginning is left alone, so that one slip does not shift the rest.
                if (open.Any(element => element.Name == name))
                    while (open.Pop().Name != name) { }
            }
            else if (name.Length > 0)
            {
                var attributes = token.Groups["attributes"].Value;
                open.Push((name, IsSign(attributes) ? Sign : AttributeOf(attributes, "lang") ?? (open.Count > 0 ? open.Peek().Language : null)));
                foreach (var attribute in Spoken)
                    if (AttributeOf(attributes, attribute) is { } said) Add(said, attribute);
                if (Void.Contains(name) || attributes.EndsWith('/')) open.Pop();
            }
        }

        return texts;

        void Add(string raw, string? attribute)
        {
            var text = Space().Replace(WebUtility.HtmlDecode(raw), " ").Trim();
            var around = string.Join(" > ", open.Reverse().Select(element => element.Name).SkipWhile(element => element is "html" or "body"));
            if (text.Length > 0) texts.Add(new(text, open.Count > 0 ? open.Peek().Language : null, attribute is null ? around : $"{around} @{attribute}"));
        }
    }

    /// <summary>A mark beside the words, or a number that is the same in every language.</summary>
    private static bool IsSign(string attributes) => AttributeOf(attributes, "aria-hidden") == "true" || AttributeOf(attributes, "translate") == "no";

    private static string? AttributeOf(string attributes, string name) =>
        Regex.Match(attributes, $"(?:^|\\s){name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("""<!--.*?-->|<!doctype[^>]*>|<(?<close>/?)(?<name>[a-zA-Z][\w-]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>|(?<text>[^<]+)""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
