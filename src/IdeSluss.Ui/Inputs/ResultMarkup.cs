using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>What follows from answers: numbers, and decisions in words with a sign. Colour only supports them.</summary>
internal sealed class ResultMarkup(IStringLocalizer texts, IEnumerable<LegalReference> laws, TimeProvider time)
{
    public TagBuilder? Computed(IReadOnlyList<ComputedValue> results)
    {
        if (results.Count == 0) return null;
        var list = Markup.Element("dl", "summary-list computed");
        foreach (var result in results)
        {
            var item = Item(texts[result.Computation.Label].Value, AnswerText.Of(result, texts));
            if (result.Value < result.Computation.AtLeast) item.Add(Markup.Element("dd", "too-little").Say(texts["(minst {0})", result.Computation.AtLeast!].Value));
            list.Add(item);
        }

        return list;
    }

    public static TagBuilder Item(string label, string value) =>
        Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(label)).Add(Markup.Element("dd").Say(value));

    /// <summary>Those that are decided: what cannot be said yet says nothing.</summary>
    public TagBuilder? Decisions(IReadOnlyList<DecisionResult> results)
    {
        var decided = results.Where(result => result.Rule is not null).ToList();
        return decided.Count == 0 ? null : Markup.Element("ul", "decisions").AddAll(decided.Select(Decision));
    }

    public TagBuilder? Laws(IReadOnlyList<string>? codes)
    {
        var today = time.StockholmToday();
        var names = (codes ?? []).Select(code => laws.On(code, today)).OfType<LegalReference>().Select(law => law.Citation).ToList();
        return names.Count == 0 ? null : Markup.Element("p", "help").Say(texts["Stöd:"].Value + " ").Add(Markup.Element("span").With("lang", PassageLanguage.Of("sv")).Say(string.Join("; ", names))).Say(".");
    }

    private TagBuilder Decision(DecisionResult result)
    {
        var rule = result.Rule!;
        var (sign, state, kind) = (rule.Effect, result.Open) switch
        {
            (DecisionEffect.Clears, _) => ("✓", texts["Klart"].Value, "clear"),
            (DecisionEffect.Advises, _) => ("i", texts["Tänk på"].Value, "advice"),
            (DecisionEffect.Needs, null) => ("✓", texts["Krävs, och är på plats"].Value, "clear"),
            (DecisionEffect.Needs, _) => ("!", texts["Krävs"].Value, "needed"),
            _ => ("✕", texts["Går inte så här"].Value, "stop"),
        };
        return Markup.Element("li", "decision").With("data-state", kind)
            .Add(Markup.Element("span", "decision-sign").With("aria-hidden", "true").Say(sign))
            .Add(Markup.Element("div")
                .Add(Markup.Element("p", "decision-title").Add(Markup.Element("strong").Say(texts[result.Table.Title].Value + ": " + state)))
                .Add(Markup.Element("p").Say(texts[rule.Says].Value))
                .Add(result.Open is { } open ? Markup.Element("p", "decision-open").Say(Sentence(texts.Say(open.Missing))) : null)
                .Add(Laws(rule.Laws)));
    }

    private static string Sentence(string text) => char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];
}
