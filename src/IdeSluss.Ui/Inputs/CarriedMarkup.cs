using IdeSluss.Sdk.Forms;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>What another form of the case has already answered: shown as answered, with the way to where it is changed.</summary>
internal sealed class CarriedMarkup(IStringLocalizer texts, TimeProvider time, FormFacts? facts, Func<string, string>? formAddress)
{
    public TagBuilder One(Field question, Answers answers, FieldLook look)
    {
        var known = answers.Json[question.Key] is not null;
        return Markup.Element("div", "carried").With("id", look.Id).With("tabindex", "-1")
            .Add(known ? Markup.Element("dl", "summary-list").Add(Item(question, answers)) : null)
            .Add(known ? Changes([question.From!.Form]) : FillFirst(question.From!.Form, texts[question.Label].Value))
            .AddAll(look.Errors.Select(error => Markup.Element("p", "ds-validation-message").With("data-field", "validation").Say(error)));
    }

    public TagBuilder Item(Field question, Answers answers) =>
        Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(texts[question.Label].Value)).Add(Markup.Element("dd").Add(Value(question, answers)));

    public IHtmlContent Value(Field question, Answers answers) => new AnswerMarkup(texts, time, facts).Value(question, answers);

    public TagBuilder Assembled(Field question)
    {
        var block = Markup.Element("div", "carried")
            .Add(Markup.Element("p", "ds-label").Say(texts[question.Label].Value))
            .Add(question.Help is { } help ? Markup.Element("p").With("data-field", "description").Say(texts[help].Value) : null);
        return Parts(question) is { } parts
            ? block.Add(parts).Add(Changes(AnswerText.Parts(question, texts, facts).Select(part => part.Fact.Source.Form).Distinct()))
            : block.Add(Markup.Element("p", "muted").Say(texts["Här står det som redan är skrivet, när det finns."].Value));
    }

    /// <summary>The parts of an assembled text; null when none is known yet.</summary>
    public TagBuilder? Parts(Field question)
    {
        var parts = AnswerText.Parts(question, texts, facts).ToList();
        if (parts.Count == 0) return null;
        var list = Markup.Element("dl", "summary-list");
        foreach (var (fact, label, _) in parts) list.Add(Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(label)).Add(Markup.Element("dd").Add(ValueOf(fact))));
        return list;
    }

    /// <summary>In an empty form: where the answer comes from.</summary>
    public TagBuilder TakenFrom(Field question) => Markup.Element("div", "carried")
        .Add(Markup.Element("p", "ds-label").Say(texts[question.Label].Value))
        .Add(Markup.Element("p", "muted").Say(texts["Hämtas från {0}.", TitleOf(question.From!.Form)].Value));

    public string TitleOf(string form) => texts[facts?.FormOf(form)?.Title ?? form].Value;

    public TagBuilder FillFirst(string form, string? label = null)
    {
        var text = label is null ? texts["Fyll i {0} först.", TitleOf(form)].Value : texts["{0}: fyll i {1} först.", label, TitleOf(form)].Value;
        return formAddress is null
            ? Markup.Element("p", "fill-first").Say(text)
            : Markup.Element("p", "fill-first").Add(Markup.Element("a", "ds-link").With("href", formAddress(form)).Say(text));
    }

    private IHtmlContent ValueOf(Fact fact) =>
        fact.Computed is null && fact.Decision is null && fact.Answers.Reference is null && fact.Field is { } field
            ? Value(field with { Key = fact.Source.Fact }, fact.Answers)
            : Markup.Element("span").Say(AnswerText.Of(fact, texts, facts));

    /// <summary>Where it is changed; nothing on a page that cannot lead there.</summary>
    public TagBuilder? Changes(IEnumerable<string> forms)
    {
        if (formAddress is null) return null;
        var line = Markup.Element("p", "help").Say(texts["Ändras i"].Value + " ");
        var links = forms.Select(form => Markup.Element("a", "ds-link").With("href", formAddress(form)).Say(TitleOf(form))).ToList();
        for (var i = 0; i < links.Count; i++) line.Say(i == 0 ? "" : ", ").Add(links[i]);
        return line.Say(".");
    }
}
