using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IdeSluss.Ui.Parts;

/// <summary>Writes elements in C# as readably as markup; every text is encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null) tag.Attributes["class"] = css;
        if (name is "input") tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    /// <summary>Sets an attribute; null leaves it out, an empty text writes it bare.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder When(this TagBuilder tag, bool condition, string attribute, string value = "") =>
        condition ? tag.With(attribute, value) : tag;

    public static TagBuilder Say(this TagBuilder tag, string? text)
    {
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, IHtmlContent? content)
    {
        if (content is not null) tag.InnerHtml.AppendHtml(content);
        return tag;
    }

    public static TagBuilder AddAll(this TagBuilder tag, IEnumerable<IHtmlContent> contents)
    {
        foreach (var content in contents) tag.InnerHtml.AppendHtml(content);
        return tag;
    }
}
