using System.Text.Json.Nodes;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Forms;

/// <summary>Works out everything that follows from answers: what is asked, what is computed and decided, what is wrong, missing or in the way. Pure; never throws on any answers.</summary>
public static class FormEvaluator
{
    /// <param name="facts">The case's other forms, for facts that are carried; null outside a case.</param>
    public static FormEvaluation Evaluate(FormDefinition form, Answers given, FormFacts? facts = null) => new Run(form, given, facts).Evaluate();

    private sealed class Run(FormDefinition form, Answers given, FormFacts? facts)
    {
        private readonly AnswerScope scope = new(Answers.Empty);
        private readonly JsonObject own = [];
        private readonly Dictionary<string, bool?> asked = [];
        private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<ComputedValue>>> rowResults = [];

        public FormEvaluation Evaluate()
        {
            TakeReference();
            foreach (var field in form.Fields)
            {
                EnsureOutcome(field.When?.Field);
                asked[field.Key] = scope.Ask(field);
                if (asked[field.Key] == true) Take(field);
            }

            var computed = Computing.All(form.Computations, scope);
            scope.Outcomes.Clear();
            var decisions = (form.Decisions ?? []).Select(Decide).ToList();
            var findings = new FormFindings(form, given, scope, facts).All(computed);
            // A reference stands for the whole form; what is answered beside it may have gaps.
            if (form.ByReference && given.Reference is not null)
            {
                findings = [.. findings.Where(finding => !finding.Gap), .. ReferenceGap()];
                decisions = [];
            }

            return new()
            {
                Form = form,
                Answers = scope.Answers,
                Own = new(own),
                Computed = computed,
                RowResults = rowResults,
                Decisions = decisions,
                Findings = findings,
                Open = Open(decisions, findings),
                Hints = [.. Broken(form.Rules, scope, hint: true, null), .. form.Fields.Where(field => field.RowRules is not null).SelectMany(RowHints)],
                Asked = asked,
            };
        }

        private void TakeReference()
        {
            if (!form.ByReference) return;
            foreach (var key in new[] { Answers.ReferenceKey, Answers.ReferenceSaysKey })
                if (given.Json[key] is { } value) (scope.Answers.Json[key], own[key]) = (value.DeepClone(), value.DeepClone());
        }

        private IEnumerable<Finding> ReferenceGap()
        {
            if (string.IsNullOrWhiteSpace(given.Text(Answers.ReferenceSaysKey))) yield return new(new(Answers.ReferenceSaysKey, "Skriv en mening om vad som finns där."), Gap: true);
        }

        private void Take(Field field)
        {
            switch (field.Kind)
            {
                case FieldKind.Carried:
                    if (facts?.Value(field.From!) is { } carried) scope.Answers.Json[field.Key] = carried;
                    break;
                case FieldKind.Assembled:
                    break;
                case FieldKind.Rows:
                    var rows = RowTaking.Take(field, given, facts);
                    scope.Rows[field.Key] = [.. rows.Select(row => row.Scope)];
                    rowResults[field.Key] = [.. rows.Select(row => row.Computed)];
                    if (rows.Count == 0) break;
                    scope.Answers.Json[field.Key] = new JsonArray([.. rows.Select(row => row.Scope.Answers.Json)]);
                    if (rows.Where(row => row.Own.Count > 0).ToList() is { Count: > 0 } answered) own[field.Key] = new JsonArray([.. answered.Select(row => row.Own)]);
                    break;
                default:
                    if (given.Json[field.Key] is { } value) (scope.Answers.Json[field.Key], own[field.Key]) = (value.DeepClone(), value.DeepClone());
                    break;
            }
        }

        /// <summary>A condition may look at a decision table over the questions before it.</summary>
        private void EnsureOutcome(string? key)
        {
            if (key is null || (form.Decisions ?? []).FirstOrDefault(table => table.Key == key) is not { } table) return;
            foreach (var path in table.Rules.SelectMany(rule => rule.When?.Paths ?? []).Where(path => path != key && !scope.Outcomes.ContainsKey(path))) EnsureOutcome(path);
            Computing.All(form.Computations, scope);
            Decide(table);
        }

        private DecisionResult Decide(DecisionTable table)
        {
            var result = Decided(table);
            scope.Outcomes[table.Key] = result.Rule?.Outcome;
            return result;
        }

        private DecisionResult Decided(DecisionTable table)
        {
            foreach (var rule in table.Rules)
            {
                var holds = rule.When is null ? true : scope.Judge(rule.When);
                if (holds == false) continue;
                if (holds is null) break;
                return new(table, rule, rule.Effect switch
                {
                    DecisionEffect.Needs => rule.Required!.FirstOrDefault(need => scope.Values(need.Field).Count == 0),
                    DecisionEffect.Stops => new(rule.When?.Paths.LastOrDefault(path => form.FieldOf(path) is not null && asked.GetValueOrDefault(path) == true) ?? form.Fields[0].Key, rule.Missing!),
                    _ => null,
                });
            }

            return new(table, null, null);
        }

        private List<FieldError> Open(List<DecisionResult> decisions, List<Finding> findings)
        {
            var open = new List<FieldError>();
            foreach (var field in form.Fields.Where(field => asked[field.Key] == true && field.Returns is { } rule && scope.Values(field.Key).Contains(rule.Answer)))
                open.Add(new(field.Key, ReasonOf(field.Returns!)));
            open.AddRange(decisions.Where(result => result.Open is not null).Select(result => new FieldError(result.Open!.Field, result.Open.Missing)));
            // What is undecided is not cleared, even where no single question must be answered.
            if (open.Count == 0 && findings.Count == 0)
                open.AddRange(decisions.Where(result => result.Rule is null).Select(result => new FieldError(form.Fields[0].Key, new Text("svara på det som är kvar om {0}.", new Text(result.Table.Title)))));
            return open;
        }

        private IEnumerable<FieldError> RowHints(Field field) =>
            (scope.Rows.GetValueOrDefault(field.Key) ?? []).SelectMany((row, index) => Broken(field.RowRules, row, hint: true, index).Select(error => error with { Field = field.Key }));
    }

    /// <summary>Why an answer returns the case, with its step first.</summary>
    public static Text ReasonOf(ReturnRule rule) => rule.Step is { } step ? new Text("{0}. {1}", new Text(step), new Text(rule.Reason)) : rule.Reason;

    /// <summary>The rules that do not hold. One that cannot be judged yet is not broken.</summary>
    /// <param name="row">Its index, for a row.</param>
    internal static IEnumerable<FieldError> Broken(IReadOnlyList<AnswerRule>? rules, AnswerScope scope, bool hint, int? row)
    {
        foreach (var rule in (rules ?? []).Where(rule => rule.Hint == hint))
        {
            if (rule.When is { } condition && scope.Judge(condition) != true) continue;
            if (scope.Judge(rule.Must) != false) continue;
            var shown = rule.Shows is { } key && scope.Number(key) is { } number ? (object)number : "";
            yield return new(rule.Field, row is { } index ? new Text(rule.Otherwise, index + 1, shown) : rule.Shows is null ? rule.Otherwise : new Text(rule.Otherwise, shown));
        }
    }
}
