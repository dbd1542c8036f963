using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Parts;

/// <summary>
/// The five steps that residents see: Mottagen, Läses, Prövas, Beslut, Klart. A picture that is also an ordered list; state is said in words, not by colour alone.
/// </summary>
/// <example><code>&lt;step-list current="2" /&gt; &lt;step-list current="4" done="true" /&gt; &lt;step-list explain="true" /&gt;</code></example>
[HtmlTargetElement("step-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepListTagHelper(IStringLocalizer texts) : TagHelper
{
    public static IReadOnlyList<string> Names { get; } = ["Mottagen", "Läses", "Prövas", "Beslut", "Klart"];

    private static readonly string[] Explanations =
    [
        "Du får ett nummer och en kod direkt.",
        "En idécoach läser din idé och tar bort sådant som inte ska synas.",
        "Vi tar reda på behovet och provar om idén håller.",
        "En namngiven chef eller nämnd beslutar och skriver varför.",
        "Idén är genomförd eller avslutad, och alla kan läsa vad vi lärde oss.",
    ];

    /// <summary>0 to 4 (<c>Stage.PublicStep</c>); leave it out to show the steps without a state.</summary>
    public int? Current { get; set; }

    /// <summary>The last step is reached and nothing more will happen.</summary>
    public bool Done { get; set; }

    /// <summary>Adds what happens in each step.</summary>
    public bool Explain { get; set; }

    /// <summary>Replaces the heading that those who listen hear.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Element("ol", Explain ? "steps steps-explained" : "steps").With("aria-label", Label ?? texts["Idéns väg i fem steg"].Value);
        for (var step = 0; step < Names.Count; step++)
        {
            var state = Current is not { } current ? "none" : step < current || Done ? "passed" : step == current ? "current" : "ahead";
            var item = Markup.Element("li", "step").With("data-state", state).When(state == "current", "aria-current", "step");
            item.Add(Markup.Element("span", "step-mark").With("aria-hidden", "true").Say(state == "passed" ? "✓" : (step + 1).ToString(CultureInfo.InvariantCulture)));
            item.Add(Markup.Element("span", "step-name").Say(texts[Names[step]].Value).Add(StateInWords(state)));
            if (Explain) item.Add(Markup.Element("span", "step-text").Say(texts[Explanations[step]].Value));
            list.Add(item);
        }

        output.Become(list);
    }

    private TagBuilder? StateInWords(string state) => state switch
    {
        "passed" => Markup.Element("span", "ds-sr-only").Say(", " + texts["klart steg"].Value),
        "current" => Markup.Element("span", "step-here").Say(texts["Här är idén nu"].Value),
        "ahead" => Markup.Element("span", "ds-sr-only").Say(", " + texts["kommer senare"].Value),
        _ => null,
    };
}

/// <summary>What has happened, newest or oldest first as the page orders it.</summary>
/// <example><code>&lt;time-line&gt;&lt;time-line-item at="entry.At" title="@entry.Title"&gt;&lt;p&gt;@entry.Text&lt;/p&gt;&lt;/time-line-item&gt;&lt;/time-line&gt;</code></example>
[HtmlTargetElement("time-line")]
public sealed class TimeLineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "time-line");
}

[HtmlTargetElement("time-line-item", ParentTag = "time-line")]
public sealed class TimeLineItemTagHelper(TimeProvider time) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public required string Title { get; set; }

    /// <summary>Who did it; left out for the system and where names are not shown.</summary>
    public string? By { get; set; }

    /// <summary>Shows the time of day too, for those who work with the case.</summary>
    public bool Exact { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.ChildAsync();
        output.Become("li", "time-line-item");
        var when = Markup.Element("p", "time-line-when").Add(DateMarkup.Instant(At, time, Exact));
        if (!string.IsNullOrEmpty(By)) when.Say(" · " + By);
        output.Content.SetHtmlContent(Markup.Element("p", "time-line-title").Say(Title));
        output.Content.AppendHtml(when);
        output.Content.AppendHtml(content);
    }
}
