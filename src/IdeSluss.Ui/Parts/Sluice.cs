using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Parts;

/// <summary>Where the case is, seen from one stage.</summary>
public enum SluiceState
{
    Passed,
    Current,
    Ahead,

    /// <summary>The track does not need it.</summary>
    Skipped,
}

/// <summary>How the gate stands that leads out of a stage.</summary>
public enum SluiceGateState
{
    /// <summary>A decision let the case through.</summary>
    Open,

    /// <summary>The case lies before it and waits for the decision.</summary>
    Waiting,
    Closed,

    /// <summary>The track passes by without a decision here.</summary>
    NotNeeded,
}

/// <summary>The decision that leads out of a stage; texts are already in the reader's language.</summary>
/// <param name="Opened">The Swedish day of the decision that let the case through; null when it is not known.</param>
/// <param name="Note">What was decided: <c>Gå vidare</c>.</param>
public sealed record SluiceGate(string Name, SluiceGateState State, DateOnly? Opened = null, string? Note = null);

/// <summary>One chamber of the sluice; texts are already in the reader's language.</summary>
/// <param name="Note">What more is to say: since when, or why it is not needed.</param>
/// <param name="Gate">The gate that leads out of it; null for the last.</param>
public sealed record SluiceStage(string Name, SluiceState State, string? Note = null, SluiceGate? Gate = null);

/// <summary>
/// One case on its way through the sluice: chambers with water, gates between, a boat where the case is. A picture for the eye and an ordered list with the same content,
/// which is all that a screen reader gets. Lies down where there is room and stands up on a phone and on paper.
/// </summary>
/// <example><code>&lt;sluice-chain stages="Model.Chain" /&gt; &lt;sluice-chain stages="Model.Chain" resting="true" /&gt;</code></example>
[HtmlTargetElement("sluice-chain", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SluiceChainTagHelper(IStringLocalizer texts, TimeProvider time) : TagHelper
{
    /// <summary>So few chambers have room beside each other also in a column.</summary>
    private const int Few = 5;

    public required IReadOnlyList<SluiceStage> Stages { get; set; }

    /// <summary>The clock stands still: the boat lies at anchor.</summary>
    public bool Resting { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Stages.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Markup.Element("ol", "sluice-list").With("aria-label", Label ?? texts["Slussen: etapper och beslut"].Value);
        foreach (var stage in Stages) list.Add(Chamber(stage));
        output.Become(Markup.Element("div", "sluice").With("data-size", Stages.Count <= Few ? "few" : "many").Add(LyingSluice.Draw(Stages, Resting)).Add(list));
    }

    private TagBuilder Chamber(SluiceStage stage)
    {
        var words = Markup.Element("div", "chamber-words")
            .Add(Markup.Element("span", "chamber-name").Say(SluiceShapes.Breakable(stage.Name)))
            .Add(Markup.Element("span", "chamber-state").Say(InWords(stage.State)));
        if (stage.State == SluiceState.Current && Resting) words.Add(Markup.Element("span", "chamber-note").Say(texts["Tiden står still"].Value));
        if (stage.Note is not null) words.Add(Markup.Element("span", "chamber-note").Say(stage.Note));
        var item = Markup.Element("li", "chamber").With("data-state", SluiceShapes.NameOf(stage.State)).When(stage.State == SluiceState.Current, "aria-current", "step");
        item.Add(StandingSluice.Draw(stage, Resting)).Add(words);
        return stage.Gate is { } gate ? item.Add(InWords(gate)) : item;
    }

    private TagBuilder InWords(SluiceGate gate)
    {
        var words = Markup.Element("div", "gate").With("data-gate", SluiceShapes.NameOf(gate.State))
            .Add(Markup.Element("span", "gate-name").Say(SluiceShapes.Breakable(gate.Name)))
            .Add(Markup.Element("span", "gate-state").Say(gate.State switch
            {
                SluiceGateState.Open => gate.Note ?? texts["Öppen"].Value,
                SluiceGateState.Waiting => texts["Väntar på beslut"].Value,
                SluiceGateState.NotNeeded => texts["Behövs inte"].Value,
                _ => texts["Stängd än"].Value,
            }));
        return gate.Opened is { } day ? words.Add(Markup.Element("span", "gate-day").Add(DateMarkup.Day(day, time, weekday: false))) : words;
    }

    private string InWords(SluiceState state) => state switch
    {
        SluiceState.Passed => texts["Passerad"],
        SluiceState.Current => texts["Här nu"],
        SluiceState.Skipped => texts["Behövs inte"],
        _ => texts["Kommer"],
    };
}
