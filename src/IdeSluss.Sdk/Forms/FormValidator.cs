using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Forms;

/// <summary>Checks answers against a form, for page and API alike, and computes its results. Shorthands of <see cref="FormEvaluator"/>.</summary>
public static class FormValidator
{
    /// <summary>
    /// What must be corrected before the answers can be stored. <paramref name="complete"/> false allows gaps (a card that grows), but never wrong values.
    /// Field names in errors are <c>field</c> or <c>rows.index.column</c>.
    /// </summary>
    /// <param name="facts">The case's other forms; null where the form takes nothing from them.</param>
    public static IReadOnlyList<FieldError> Check(FormDefinition form, Answers answers, bool complete, FormFacts? facts = null) => FormEvaluator.Evaluate(form, answers, facts).Errors(complete);

    /// <summary>The answers without those whose condition does not hold, and without what is carried: what is stored is what was asked.</summary>
    public static Answers Asked(FormDefinition form, Answers answers, FormFacts? facts = null) => FormEvaluator.Evaluate(form, answers, facts).Own;

    public static IReadOnlyList<ComputedValue> Compute(FormDefinition form, Answers answers, FormFacts? facts = null) => FormEvaluator.Evaluate(form, answers, facts).Computed;
}
