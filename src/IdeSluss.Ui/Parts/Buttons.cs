using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

public enum ButtonKind
{
    Primary,
    Secondary,
    Tertiary,

    /// <summary>For what is hard to undo.</summary>
    Danger,
}

/// <summary>Posts the form. One primary button per page.</summary>
/// <example><code>&lt;submit-button&gt;@L["Skicka"]&lt;/submit-button&gt; &lt;submit-button kind="Secondary" name="handling" value="utkast"&gt;…&lt;/submit-button&gt;</code></example>
[HtmlTargetElement("submit-button")]
public sealed class SubmitButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("button", "ds-button");
        output.Attributes.SetAttribute("type", "submit");
        ButtonLook.Apply(output, Kind);
    }
}

/// <summary>A link that looks like a button: the page's main way on.</summary>
/// <example><code>&lt;button-link href="/lamna-ide"&gt;@L["Lämna en idé"]&lt;/button-link&gt;</code></example>
[HtmlTargetElement("button-link", Attributes = "href")]
public sealed class ButtonLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "ds-button");
        output.Attributes.SetAttribute("href", Href);
        ButtonLook.Apply(output, Kind);
    }
}

/// <summary>Buttons in a row that wraps; the primary one first.</summary>
[HtmlTargetElement("action-row")]
public sealed class ActionRowTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "actions");
}

/// <summary>A link back to where one came from, above the heading.</summary>
/// <example><code>&lt;back-link href="/arbete"&gt;@L["Till Mitt arbete"]&lt;/back-link&gt;</code></example>
[HtmlTargetElement("back-link", Attributes = "href")]
public sealed class BackLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "ds-link back-link");
        output.Attributes.SetAttribute("href", Href);
        output.PreContent.SetHtmlContent("<span aria-hidden=\"true\">\u2190</span> ");
    }
}

internal static class ButtonLook
{
    public static void Apply(TagHelperOutput output, ButtonKind kind)
    {
        output.Attributes.SetAttribute("data-variant", kind switch { ButtonKind.Secondary => "secondary", ButtonKind.Tertiary => "tertiary", _ => "primary" });
        if (kind == ButtonKind.Danger) output.Attributes.SetAttribute("data-color", "danger");
    }
}
