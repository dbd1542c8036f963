using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

internal sealed record TextPart(string Title, IReadOnlyList<string> Lines);

/// <summary>Benefit and cost in words, to put into a memo to the nämnd: every number with its condition, money beside time and quality. Always in Swedish, the language of the record.</summary>
internal static class CommitteeText
{
    public static IReadOnlyList<TextPart> Of(BenefitsView view, IStringLocalizer texts)
    {
        using var _ = new SpeakingTo("sv");
        var content = view.Content;
        return
        [
            .. Part("Från behov till effekt", Chain(content, texts)),
            .. Part("Det blir bättre", content.Benefits.Where(one => !one.Drawback).Select(one => Line(one, texts))),
            .. Part("Det blir sämre eller dyrare", content.Benefits.Where(one => one.Drawback).Select(one => Line(one, texts))),
            .. Part("Kostnader", content.Costs.Select(one => texts[one.Yearly ? "{0}: {1} varje år." : "{0}: {1} en gång.", one.Name, BenefitWords.Kronor(one.Amount)].Value)),
            .. Part("Pengarna", view.Calculation is { } calculation ? Money(calculation, texts) : [texts.Say(view.NoNumber!)]),
            .. Part("Andra sätt att göra det", content.Compared is { } compared ? [compared] : []),
        ];

        IEnumerable<TextPart> Part(string title, IEnumerable<string> lines) => lines.ToList() is { Count: > 0 } said ? [new(texts[title], said)] : [];
    }

    public static string Plain(BenefitsView view, IStringLocalizer texts)
    {
        using var _ = new SpeakingTo("sv");
        var text = new StringBuilder(texts["Nytta och kostnad, {0}", view.CaseNumber]).Append('\n');
        foreach (var part in Of(view, texts))
        {
            text.Append('\n').Append(part.Title.ToUpperInvariant()).Append('\n');
            foreach (var line in part.Lines) text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Chain(BenefitContent content, IStringLocalizer texts)
    {
        if (content.Need is { } need) yield return texts["Behovet: {0}", need];
        if (content.Resources is { } resources) yield return texts["Insatsen: {0}", resources];
        if (content.Reference is { } reference) yield return texts["Effektkedjan finns här: {0}", reference];
        foreach (var step in content.Chain)
            yield return texts["Vi gör: {0}. Det ger: {1}. Effekt inom ett år: {2}. Det måste stämma: {3}. Så märks det: {4}, från {5} till {6}.",
                Bare(step.Does), Bare(step.Gives), Bare(step.WithinYear), Bare(step.Assumption), Bare(step.Indicator), Bare(step.Baseline), Bare(step.Target)];
    }

    private static string Line(PlannedBenefit one, IStringLocalizer texts)
    {
        var said = new StringBuilder(texts["{0} ({1}, {2}). Gäller: {3}.", one.Name, texts[BenefitWords.Of(one.Kind)].Value.ToLowerInvariant(), texts[BenefitWords.Of(one.Certainty)].Value.ToLowerInvariant(), texts[BenefitWords.Stakeholder(one.Stakeholder)].Value.ToLowerInvariant()]);
        if (one.Target is { } target)
            said.Append(' ').Append(one.Baseline is { } before
                ? texts["Mått: {0}, från {1} till {2}.", one.Measure ?? "–", BenefitWords.Number(before), BenefitWords.Number(target)]
                : texts["Mått: {0}, mål {1}. Värdet i dag är inte mätt.", one.Measure ?? "–", BenefitWords.Number(target)]);
        if (one.TargetDay is { } day) said.Append(' ').Append(texts["Målet ska vara nått {0}.", day.ForPeopleWithYear()]);
        if (one.Kind != BenefitKind.Quality) said.Append(' ').Append(texts["{0} per år.", BenefitWords.Kronor(one.MoneyPerYear)]);
        if (one.HoursPerYear != 0) said.Append(' ').Append(texts["{0} timmar per år.", BenefitWords.Number(one.HoursPerYear)]);
        if (one.Owner is { } owner) said.Append(' ').Append(texts["Ansvarig: {0}.", Bare(owner)]);
        return said.ToString();
    }

    private static IEnumerable<string> Money(Calculation calculation, IStringLocalizer texts)
    {
        yield return texts["Kalkylen räknar på {0} år med {1} procents ränta. Pengar längre fram är därför värda mindre.", calculation.Years, BenefitWords.Number(calculation.Rate)];
        yield return texts.Say(BenefitWords.Sentence(calculation));
        if (calculation.Redistribution != 0)
            yield return texts["Tid och annat som kan användas bättre är värt {0} per år. Det är inte pengar som kan sparas. Räknas det med blir skillnaden {1}.", BenefitWords.Kronor(calculation.Redistribution), BenefitWords.Kronor(calculation.NetWithTime)];
        foreach (var line in calculation.GivesMoney ? calculation.WhatIfs : [])
            yield return line.Better is { } better
                ? texts["{0}: mellan {1} och {2}.", texts[BenefitWords.Of(line.What)].Value, BenefitWords.Kronor(line.Worse), BenefitWords.Kronor(better)]
                : texts["{0}: {1}.", texts[BenefitWords.Of(line.What)].Value, BenefitWords.Kronor(line.Worse)];
    }

    /// <summary>As a part of a sentence that has its own full stop.</summary>
    private static string Bare(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text.Trim().TrimEnd('.');
}
