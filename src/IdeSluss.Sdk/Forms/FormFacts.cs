using System.Globalization;
using System.Text.Json.Nodes;

namespace IdeSluss.Sdk.Forms;

/// <summary>What the forms of one case say together, so that a form can take facts from another. Answers are those stored; each form is evaluated once, when it is asked for.</summary>
/// <example><code>
/// var facts = new FormFacts(forms, rows.Select(row => new StoredForm(row.Form, row.FormVersion, Answers.Parse(row.Answers))));
/// var evaluation = FormEvaluator.Evaluate(form, facts.AnswersTo(form.Key), facts);
/// </code></example>
public sealed class FormFacts
{
    private readonly IFormRegistry forms;
    private readonly Dictionary<string, StoredForm> stored;
    private readonly Dictionary<string, FormEvaluation?> evaluated = [];

    public FormFacts(IFormRegistry forms, IEnumerable<StoredForm> stored)
    {
        this.forms = forms;
        this.stored = stored.ToDictionary(one => one.Form);
    }

    /// <summary>Forms that have answers.</summary>
    public IEnumerable<string> Forms => stored.Keys;

    /// <summary>The same case with other answers to a form: as it would be once they are saved.</summary>
    public FormFacts With(FormDefinition form, Answers answers) =>
        new(forms, stored.Values.Where(one => one.Form != form.Key).Append(new(form.Key, form.Version, answers)));

    public Answers AnswersTo(string form) => stored.GetValueOrDefault(form)?.Answers ?? Answers.Empty;

    /// <summary>The form as it was when it was answered; the newest when that version is gone; null when nobody declares it.</summary>
    public FormDefinition? FormOf(string form) => (stored.GetValueOrDefault(form) is { } one ? forms.Find(form, one.Version) : null) ?? forms.Current(form);

    /// <summary>Null without answers, or when nobody declares the form any more.</summary>
    public FormEvaluation? Of(string form)
    {
        if (evaluated.TryGetValue(form, out var known)) return known;
        // Entered first: a form that takes facts from itself by way of others (refused at start) finds nothing instead of looking for ever.
        evaluated[form] = null;
        if (!stored.ContainsKey(form) || FormOf(form) is not { } definition) return null;
        return evaluated[form] = FormEvaluator.Evaluate(definition, AnswersTo(form), this);
    }

    /// <summary>An answer as it is, a computed number or an outcome as text; null when there is none.</summary>
    public JsonNode? Value(FactSource source)
    {
        if (Of(source.Form) is not { } form) return null;
        if (form.Answers.Json[source.Fact] is { } answer) return answer.DeepClone();
        if (form.Computed.FirstOrDefault(result => result.Computation.Key == source.Fact) is { } computed) return computed.Value.ToString(CultureInfo.InvariantCulture);
        return form.Decisions.FirstOrDefault(result => result.Table.Key == source.Fact)?.Rule?.Outcome;
    }

    /// <summary>The fact with its question, for showing it.</summary>
    public Fact Describe(FactSource source)
    {
        var form = FormOf(source.Form);
        var evaluation = Of(source.Form);
        return new(source, form, FieldBehind(source), evaluation?.Answers ?? Answers.Empty,
            evaluation?.Computed.FirstOrDefault(result => result.Computation.Key == source.Fact), evaluation?.Decisions.FirstOrDefault(result => result.Table.Key == source.Fact));
    }

    /// <summary>The question that a fact answers, followed to where it is really asked; keyed as the fact is. Null when it is a result or a decision.</summary>
    public Field? FieldBehind(FactSource source)
    {
        var asked = source.Fact.Split('.') switch
        {
            [var rows, var column] => FormOf(source.Form)?.FieldOf(rows)?.RowFields.FirstOrDefault(field => field.Key == column),
            _ => FormOf(source.Form)?.FieldOf(source.Fact),
        };
        var key = asked?.Key;
        for (var steps = 0; asked is { Kind: FieldKind.Carried, From: { } from } && steps < 10; steps++)
            asked = FieldBehind(from);
        return asked is null ? null : asked with { Key = key! };
    }

    internal IReadOnlyList<Answers> Rows(string form, string rows) => Of(form)?.Answers.Rows(rows) ?? [];
}

/// <summary>A form of a case as it is stored.</summary>
public sealed record StoredForm(string Form, int Version, Answers Answers);

/// <summary>A fact of another form, for showing: an answer, a computed result or a decision. At most one of the three is there.</summary>
/// <param name="Form">Null when nobody declares it.</param>
/// <param name="Field">Null when it is not a question.</param>
/// <param name="Answers">The form's answers.</param>
public sealed record Fact(FactSource Source, FormDefinition? Form, Field? Field, Answers Answers, ComputedValue? Computed, DecisionResult? Decision)
{
    /// <summary>Nothing is known yet.</summary>
    public bool IsEmpty => Computed is null && Decision?.Rule is null && (Field is null || Answers.Json[Field.Key] is null) && Answers.Reference is null;
}
