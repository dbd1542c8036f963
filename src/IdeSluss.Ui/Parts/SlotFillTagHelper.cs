using System.Diagnostics;
using IdeSluss.Sdk.Slots;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Ui.Parts;

/// <summary>Shows what plugins have put into an extension point. One that throws is replaced by a notice and logged; the page lives on.</summary>
/// <example><code>&lt;slot-fill name="@IdeaSlots.IdeaPageAside.Name" model="Model.Slot" /&gt;</code></example>
[HtmlTargetElement("slot-fill", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SlotFillTagHelper(ISlotFills fills, IHtmlHelper html, IStringLocalizer texts, ILogger<SlotFillTagHelper> log) : TagHelper
{
    public required string Name { get; set; }

    public required object Model { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contents = new HtmlContentBuilder();
        foreach (var fill in fills.For(Name)) contents.AppendHtml(await RenderAsync(fill));
        output.Become(contents);
    }

    private async Task<IHtmlContent> RenderAsync(SlotFill fill)
    {
        try
        {
            ((IViewContextAware)html).Contextualize(ViewContext);
            return await html.PartialAsync(fill.PartialView, Model, new ViewDataDictionary<object>(ViewContext.ViewData, Model));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An isolation point: whatever a plugin's view throws must not take the page with it.
            log.LogError(exception, "Slot {Slot}: the view {View} of {Contributor} failed and is left out of the page.", Name, fill.PartialView, fill.Contributor);
            Activity.Current?.AddEvent(new ActivityEvent("slot.failed"));
            return Markup.Element("div", "ds-alert notice").With("data-color", "warning").Add(Markup.Element("p").Say(texts["En del av sidan kunde inte visas. Resten fungerar."].Value));
        }
    }
}
