using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

internal static class TagHelperOutputs
{
    /// <summary>Replaces the element by this content.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(content);
    }

    /// <summary>Becomes a plain element with its own content, with the page's extra attributes kept.</summary>
    public static void Become(this TagHelperOutput output, string element, string css)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var given) ? $"{css} {given.Value}" : css;
        output.Attributes.SetAttribute("class", own);
    }

    public static async Task<IHtmlContent> ChildAsync(this TagHelperOutput output) => await output.GetChildContentAsync();

    public static TagBuilder Heading(int level, string text, string css = "ds-heading") =>
        Markup.Element("h" + level.ToString(System.Globalization.CultureInfo.InvariantCulture), css).Say(text);
}
