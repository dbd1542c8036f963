using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Parts;

public enum NoticeKind
{
    Info,
    Warning,
    Success,
    Danger,
}

/// <summary>A framed notice with an icon and, for those who do not see it, the kind in words.</summary>
/// <example><code>&lt;notice kind="Warning" title="@L["Tiden är snart ute"]"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/notice&gt;</code></example>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(IStringLocalizer texts) : TagHelper
{
    public NoticeKind Kind { get; set; } = NoticeKind.Info;

    public string? Title { get; set; }

    /// <summary>Heading level of the title.</summary>
    public int Level { get; set; } = 2;

    /// <summary>Read aloud as soon as it appears: the answer to what one just did.</summary>
    public bool Announce { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("div", "ds-alert notice");
        output.Attributes.SetAttribute("data-color", Kind.ToString().ToLowerInvariant());
        if (Announce) output.Attributes.SetAttribute("role", "status");
        var said = Kind switch { NoticeKind.Warning => texts["Varning"].Value, NoticeKind.Danger => texts["Viktigt"].Value, NoticeKind.Success => texts["Klart"].Value, _ => texts["Information"].Value };
        var prefix = Markup.Element("span", "ds-sr-only").Say(said + ": ");
        output.Content.Clear();
        if (Title is null) output.Content.AppendHtml(prefix);
        else output.Content.AppendHtml(Markup.Element(Level == 3 ? "h3" : "h2", "ds-heading").Add(prefix).Say(Title));
        output.Content.AppendHtml(Markup.Element("div", "notice-body").Add(content));
    }
}

/// <summary>What to show where a list is empty: what it means and the way on.</summary>
/// <example><code>&lt;empty-state title="@L["Inget väntar på dig."]"&gt;&lt;p&gt;@L["Nästa svar ska lämnas {0}.", day]&lt;/p&gt;&lt;/empty-state&gt;</code></example>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("div", "empty-state");
        output.Content.SetHtmlContent(Markup.Element("p", "empty-title").Say(Title));
        output.Content.AppendHtml(content);
    }
}

public enum StatusKind
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

/// <summary>A short state in words, with a colour that only supports them.</summary>
/// <example><code>&lt;status-tag kind="Success"&gt;@L["Genomförd"]&lt;/status-tag&gt;</code></example>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    public StatusKind Kind { get; set; } = StatusKind.Neutral;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "ds-tag");
        output.Attributes.SetAttribute("data-color", Kind.ToString().ToLowerInvariant());
    }
}

/// <summary>Text that unfolds; works without script.</summary>
/// <example><code>&lt;read-more title="@L["Vad betyder det?"]"&gt;…&lt;/read-more&gt;</code></example>
[HtmlTargetElement("read-more")]
public sealed class ReadMoreTagHelper : TagHelper
{
    public required string Title { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("details", "ds-details read-more");
        if (Open) output.Attributes.SetAttribute("open", "open");
        output.Content.SetHtmlContent(Markup.Element("summary").Say(Title));
        output.Content.AppendHtml(Markup.Element("div").Add(content));
    }
}
