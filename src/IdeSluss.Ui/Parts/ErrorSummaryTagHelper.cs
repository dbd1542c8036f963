using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Parts;

/// <summary>
/// What must be corrected, first on the page, focused by script and linked to the fields. Shows nothing when nothing is wrong.
/// Place it directly below the heading of every page that has a form.
/// </summary>
/// <example><code>&lt;error-summary /&gt;</code></example>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (entry.Key, error.ErrorMessage)) ?? [])
            .Where(error => error.ErrorMessage.Length > 0)
            .Distinct()
            .ToList();
        var message = ViewContext.ViewData[ProblemView.MessageKey] as string;
        if (errors.Count == 0 && message is null)
        {
            output.SuppressOutput();
            return;
        }

        message ??= errors.Count == 1 ? texts["Rätta en sak. Din text är kvar."] : texts["Rätta {0} saker. Din text är kvar.", errors.Count];
        var summary = Markup.Element("div", "ds-error-summary").With("id", "att-ratta").With("tabindex", "-1").With("role", "alert").With("data-focus", "")
            .Add(TagHelperOutputs.Heading(2, message));
        if (errors.Count > 0)
        {
            var list = Markup.Element("ul", "ds-list");
            foreach (var (field, text) in errors)
                list.Add(Markup.Element("li").Add(field.Length == 0 ? Markup.Element("span").Say(text) : Markup.Element("a", "ds-link").With("href", "#" + FieldLook.IdOf(field)).Say(text)));
            summary.Add(list);
        }

        output.Become(summary);
    }
}
