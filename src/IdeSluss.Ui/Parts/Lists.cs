using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Parts;

/// <summary>Ways through a list that pages by keyset: on, and back to the beginning. Keeps the page's other query values.</summary>
/// <example><code>&lt;list-pager next="@Model.Page.Next" /&gt;  // reads and writes ?efter=</code></example>
[HtmlTargetElement("list-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ListPagerTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The cursor of the following page; null on the last.</summary>
    public string? Next { get; set; }

    public string Parameter { get; set; } = "efter";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var inside = request.Query.ContainsKey(Parameter);
        // An attribute that is given null arrives as an empty text.
        if (string.IsNullOrEmpty(Next) && !inside)
        {
            output.SuppressOutput();
            return;
        }

        var nav = Markup.Element("nav", "actions list-pager").With("aria-label", texts["Fler i listan"].Value);
        if (!string.IsNullOrEmpty(Next)) nav.Add(Link(Address(Next), "secondary", texts["Visa fler"]));
        if (inside) nav.Add(Link(Address(null), "tertiary", texts["Till början"]));
        output.Become(nav);

        string Address(string? cursor)
        {
            var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
            if (cursor is not null) query.Add(Parameter, cursor);
            return request.PathBase + request.Path + query.ToQueryString();
        }
    }

    private static TagBuilder Link(string address, string variant, string text) =>
        Markup.Element("a", "ds-button").With("data-variant", variant).With("href", address).Say(text);
}

/// <summary>A table that scrolls inside itself on a narrow screen, with a caption. Write <c>thead</c> and <c>tbody</c> inside.</summary>
/// <example><code>&lt;data-table caption="@L["Att läsa"]"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/data-table&gt;</code></example>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>Hides the caption from sight where a heading already says it.</summary>
    public bool HideCaption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("div", "table-scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");
        output.Content.SetHtmlContent(Markup.Element("table", "ds-table").Add(Markup.Element("caption", HideCaption ? "ds-sr-only" : null).Say(Caption)).Add(content));
    }
}

/// <summary>Facts as label and value.</summary>
/// <example><code>&lt;summary-list&gt;&lt;summary-item label="@L["Nummer"]"&gt;25IDE142&lt;/summary-item&gt;&lt;/summary-list&gt;</code></example>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "summary-list");
}

[HtmlTargetElement("summary-item", ParentTag = "summary-list")]
public sealed class SummaryItemTagHelper : TagHelper
{
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("div", "summary-item");
        output.Content.SetHtmlContent(Markup.Element("dt").Say(Label));
        output.Content.AppendHtml(Markup.Element("dd").Add(content));
    }
}

/// <summary>A code to keep, readable aloud and on paper, with a copy button when script is on.</summary>
/// <example><code>&lt;keep-code code="K7MP-4RTX" label="@L["Din kod"]" /&gt;</code></example>
[HtmlTargetElement("keep-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeepCodeTagHelper(IStringLocalizer texts) : TagHelper
{
    public required string Code { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Markup.Element("div", "keep-code")
            .Add(Markup.Element("p", "keep-code-label").Say(Label))
            .Add(Markup.Element("p", "keep-code-value").Add(Markup.Element("code").Say(Code)))
            .Add(Markup.Element("button", "ds-button").With("type", "button").With("data-variant", "secondary").With("data-copy", Code)
                .With("data-copied", texts["Kopierad"].Value).With("hidden", "hidden").Say(texts["Kopiera koden"].Value)));
}
