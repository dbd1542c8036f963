using System.Text.Json.Nodes;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <summary>A form of a case as JSON: what was answered, what is carried and what follows.</summary>
/// <param name="Answers">What is answered here: send it back, changed, to save it.</param>
/// <param name="Resolved">The same with carried facts in place.</param>
/// <param name="Assembled">Texts put together from other forms, by field.</param>
/// <param name="Missing">What the form still needs before the case may go on.</param>
/// <param name="Trail">Question → who answered it last (id of the person), and when.</param>
internal sealed record FormAnswersView(
    string Form, string Title, int FormVersion, bool Complete, bool Cleared, JsonObject Answers, JsonObject Resolved, IReadOnlyDictionary<string, string> Assembled,
    IReadOnlyList<ResultView> Computed, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<ResultView>>> Rows, IReadOnlyList<DecisionTableView> Decisions,
    IReadOnlyList<ApiError> Missing, IReadOnlyList<ApiError> Hints, DateTimeOffset? SavedAt, IReadOnlyDictionary<string, AnsweredBy> Trail)
{
    public static FormAnswersView Of(FormEvaluation evaluation, FormFacts facts, EvidenceAnswer? row, IStringLocalizer texts) => new(
        evaluation.Form.Key, texts[evaluation.Form.Title].Value, evaluation.Form.Version, evaluation.IsComplete, evaluation.IsCleared,
        evaluation.Own.Json, evaluation.Answers.Json,
        evaluation.Form.Fields.Where(field => field.Kind == FieldKind.Assembled && evaluation.Asked.GetValueOrDefault(field.Key) == true).ToDictionary(field => field.Key, field => AnswerText.Of(field, evaluation.Answers, texts, facts)),
        [.. evaluation.Computed.Select(result => ResultView.Of(result, texts))],
        evaluation.RowResults.Where(rows => rows.Value.Any(row => row.Count > 0)).ToDictionary(rows => rows.Key, rows => (IReadOnlyList<IReadOnlyList<ResultView>>)[.. rows.Value.Select(one => (IReadOnlyList<ResultView>)[.. one.Select(result => ResultView.Of(result, texts))])]),
        [.. evaluation.Decisions.Select(result => DecisionTableView.Of(result, texts))],
        Said(evaluation.Errors(complete: true).Concat(evaluation.Open), texts), Said(evaluation.Hints, texts), row?.SavedAt,
        row is null ? new Dictionary<string, AnsweredBy>() : AnswerTrail.Parse(row.Trail).Fields);

    private static IReadOnlyList<ApiError> Said(IEnumerable<FieldError> errors, IStringLocalizer texts) => [.. errors.Select(error => new ApiError(error.Field, texts.Say(error.Message)))];
}

internal sealed record ResultView(string Key, string Label, decimal Value, string? Unit)
{
    public static ResultView Of(ComputedValue result, IStringLocalizer texts) => new(result.Computation.Key, texts[result.Computation.Label].Value, result.Value, result.Computation.Unit is { } unit ? texts[unit].Value : null);
}

/// <param name="Outcome">Null while something that matters is unanswered.</param>
/// <param name="Says">What follows, in words.</param>
internal sealed record DecisionTableView(string Key, string Title, string? Outcome, DecisionEffect? Effect, string? Says, bool Cleared, IReadOnlyList<string> Laws)
{
    public static DecisionTableView Of(DecisionResult result, IStringLocalizer texts) =>
        new(result.Table.Key, texts[result.Table.Title].Value, result.Rule?.Outcome, result.Rule?.Effect, result.Rule is { } rule ? texts[rule.Says].Value : null, result.IsCleared, result.Rule?.Laws ?? []);
}
