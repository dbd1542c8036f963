using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <param name="Key">Of the section's first question: <c>jamstalldhet</c>.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Lines">Empty while nothing is written.</param>
internal sealed record BasisSection(string Key, string Title, IReadOnlyList<BasisLine> Lines);

/// <param name="Label">Null where the heading says it.</param>
/// <param name="Text">In Swedish, as all evidence.</param>
internal sealed record BasisLine(string? Label, string Text);

/// <summary>
/// The basis of a decision under its headings, put together from all that the case's forms say. Every heading is there also when nothing is written below it: what is missing is worth knowing before a meeting.
/// </summary>
internal static class BasisSections
{
    /// <summary>What the decision means for whom: shown on the nämnd's page before one opens anything.</summary>
    public static readonly string[] Consequences = ["jamstalldhet", "tillganglighet", "barn"];

    public static IReadOnlyList<BasisSection> Of(FormFacts facts, IFormRegistry forms, IStringLocalizer texts)
    {
        if ((facts.FormOf(FormKeys.DecisionBasis) ?? forms.Current(FormKeys.DecisionBasis)) is not { } basis) return [];
        var evaluation = FormEvaluator.Evaluate(basis, facts.AnswersTo(FormKeys.DecisionBasis), facts);
        return
        [
            .. Reference(evaluation.Answers, texts),
            .. basis.InSections().Select(section => new BasisSection(section.Fields[0].Key, texts[section.Title ?? basis.Title], [.. section.Fields.SelectMany(field => Lines(field, section, evaluation.Answers, facts, texts))])),
        ];
    }

    private static IEnumerable<BasisLine> Lines(Field field, FormSection section, Answers answers, FormFacts facts, IStringLocalizer texts) => field.Kind == FieldKind.Assembled
        ? AnswerText.Parts(field, texts, facts).Select(part => new BasisLine(part.Label, part.Said))
        : AnswerText.Of(field, answers, texts, facts) is { Length: > 0 } said ? [new(field.Label == section.Title ? null : texts[field.Label].Value, said)] : [];

    private static IEnumerable<BasisSection> Reference(Answers answers, IStringLocalizer texts) => answers.Reference is { } reference
        ? [new(Answers.ReferenceKey, texts["Underlaget finns här"], [new(null, $"{answers.Text(Answers.ReferenceSaysKey)} ({reference})")])]
        : [];
}
