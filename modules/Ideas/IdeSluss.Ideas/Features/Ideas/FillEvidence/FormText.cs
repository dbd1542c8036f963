using System.Text;
using IdeSluss.Sdk.Forms;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <summary>A filled-in form as running text: headings and answers, for a memo in another system.</summary>
internal static class FormText
{
    public static string Of(FormEvaluation evaluation, FormFacts facts, IStringLocalizer texts)
    {
        var text = new StringBuilder(texts[evaluation.Form.Title].Value).Append('\n');
        if (evaluation.Answers.Reference is { } reference) text.Append('\n').Append(evaluation.Answers.Text(Answers.ReferenceSaysKey)).Append(" (").Append(reference).Append(")\n");
        foreach (var section in evaluation.Form.InSections())
        {
            var said = section.Fields.Where(field => evaluation.Asked.GetValueOrDefault(field.Key) == true)
                .Select(field => (Field: field, Said: AnswerText.Of(field, evaluation.Answers, texts, facts))).Where(answer => answer.Said.Length > 0).ToList();
            if (said.Count > 0 && section.Title is { } title) text.Append('\n').Append(texts[title].Value.ToUpperInvariant()).Append('\n');
            foreach (var (field, answer) in said)
            {
                // A question that only repeats its heading is not said twice.
                if (field.Label != section.Title) text.Append('\n').Append(texts[field.Label].Value).Append('\n');
                text.Append(answer).Append('\n');
            }
        }

        foreach (var result in evaluation.Computed) text.Append('\n').Append(texts[result.Computation.Label].Value).Append(": ").Append(AnswerText.Of(result, texts));
        foreach (var result in evaluation.Decisions.Where(result => result.Rule is not null)) text.Append('\n').Append(texts[result.Table.Title].Value).Append(": ").Append(texts[result.Rule!.Says].Value);
        return text.ToString().TrimEnd() + '\n';
    }
}
