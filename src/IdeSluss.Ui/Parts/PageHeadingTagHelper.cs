using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>The page's one main heading, with an optional line above (case number) and a sentence below.</summary>
/// <example><code>&lt;page-heading title="@L["Idéer"]" lead="@L["Läs vad andra har föreslagit."]" /&gt;</code></example>
[HtmlTargetElement("page-heading")]
public sealed class PageHeadingTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>BCP 47 of the title, where it is somebody's words and not the interface's.</summary>
    public string? Language { get; set; }

    public string? Lead { get; set; }

    /// <inheritdoc cref="Language"/>
    public string? LeadLanguage { get; set; }

    public string? Above { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("div", "page-heading");
        output.Content.Clear();
        if (!string.IsNullOrEmpty(Above)) output.Content.AppendHtml(Markup.Element("p", "above-heading").Say(Above));
        output.Content.AppendHtml(TagHelperOutputs.Heading(1, Title).With("lang", PassageLanguage.Of(Language)));
        if (!string.IsNullOrEmpty(Lead)) output.Content.AppendHtml(Markup.Element("p", "lead").With("lang", PassageLanguage.Of(LeadLanguage)).Say(Lead));
        output.Content.AppendHtml(content);
    }
}
