using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>
/// Marks words that are in a language of their own, whatever the page's is: what someone wrote, a reason, a title. Speech and hyphenation follow it (WCAG 3.1.2). Where it is the page's
/// language nothing is written; <c>und</c> becomes an empty <c>lang</c>, so that the page's language is not assumed.
/// </summary>
/// <example><code>&lt;p class="written" passage="@idea.Language"&gt;@idea.Text&lt;/p&gt; &lt;dd passage="sv"&gt;@decision.Reason&lt;/dd&gt;</code></example>
[HtmlTargetElement(Attributes = Attribute)]
public sealed class PassageTagHelper : TagHelper
{
    private const string Attribute = "passage";

    [HtmlAttributeName(Attribute)]
    public string? Language { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (PassageLanguage.Of(Language) is { } tag) output.Attributes.SetAttribute("lang", tag);
    }
}

/// <summary>The <c>lang</c> of a passage; null where it is the page's own.</summary>
public static class PassageLanguage
{
    public static string? Of(string? language) =>
        string.IsNullOrEmpty(language) || language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? null : language == "und" ? "" : language;
}
