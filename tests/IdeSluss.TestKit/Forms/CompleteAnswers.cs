using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.TestKit.Forms;

/// <summary>Complete answers to any form, made from its definition alone: questions are answered one after another, and an answer that would break a rule or stop the case is not chosen.</summary>
public sealed class CompleteAnswers
{
    private const int MostTries = 60;
    private readonly FormDefinition form;
    private readonly FormFacts? facts;
    private readonly Random random;
    private readonly bool smallest;
    private readonly JsonObject json = [];
    private int written;

    private CompleteAnswers(FormDefinition form, FormFacts? facts, int seed)
    {
        (this.form, this.facts) = (form, facts);
        smallest = seed == 0;
        random = new Random(seed);
    }

    /// <param name="seed">Zero takes the first answer that does; other seeds choose at random.</param>
    /// <exception cref="InvalidOperationException">No complete answers were found: says what is in the way.</exception>
    public static Answers For(FormDefinition form, FormFacts? facts = null, int seed = 0)
    {
        FormEvaluation? last = null;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var answers = new CompleteAnswers(form, facts, seed == 0 && attempt == 0 ? 0 : (seed * MostTries) + attempt + 1).Answer();
            last = FormEvaluator.Evaluate(form, answers, facts);
            if (last.IsCleared) return answers;
        }

        throw new InvalidOperationException($"{form.Key} v{form.Version} could not be completed: "
            + string.Join("; ", last!.Errors(complete: true).Concat(last.Open).Select(error => $"{error.Field}: {string.Format(CultureInfo.InvariantCulture, error.Message.Key, [.. error.Message.Args.Select(argument => argument is Sdk.Results.Text text ? text.Key : argument)])}")));
    }

    private Answers Answer()
    {
        while (NextQuestion() is { } question)
        {
            // Where every answer is wrong in some way, any will do: another try goes another way.
            var before = Trouble();
            foreach (var candidate in Candidates(question.Field))
            {
                question.Into[question.Field.Key] = candidate;
                if (Trouble() <= before) break;
            }
        }

        return new(json);
    }

    private FormEvaluation Evaluate() => FormEvaluator.Evaluate(form, new(json), facts);

    private (Field Field, JsonObject Into)? NextQuestion()
    {
        var evaluation = Evaluate();
        foreach (var field in form.Fields.Where(field => evaluation.Asked[field.Key] == true))
        {
            if (field.Kind is FieldKind.Carried or FieldKind.Assembled) continue;
            if (field.Kind != FieldKind.Rows)
            {
                if (!json.ContainsKey(field.Key)) return (field, json);
                continue;
            }

            var rows = RowsOf(field, evaluation);
            for (var index = 0; index < rows.Count; index++)
            {
                var resolved = evaluation.Answers.Rows(field.Key).ElementAtOrDefault(index) ?? new Answers(rows[index]);
                foreach (var column in field.RowFields.Where(column => column.Kind != FieldKind.Carried && resolved.Meets(column.When)))
                    if (!rows[index].ContainsKey(column.Key)) return (column, rows[index]);
            }
        }

        return null;
    }

    private List<JsonObject> RowsOf(Field field, FormEvaluation evaluation)
    {
        if (json[field.Key] is JsonArray known) return [.. known.OfType<JsonObject>()];
        var rows = field.RowsFrom is { } from
            ? evaluation.Answers.Rows(field.Key).Select(row => new JsonObject { [from.Key] = row.Text(from.Key) }).ToList()
            : [.. Enumerable.Range(0, Math.Max(field.MinRows, smallest ? 1 : random.Next(1, Math.Min(field.MaxRows, 3) + 1))).Select(_ => new JsonObject())];
        if (rows.Count > 0) json[field.Key] = new JsonArray([.. rows]);
        return rows;
    }

    /// <summary>Wrong values, rules that are broken, decisions that stop and answers that return the case; not what is merely unanswered yet.</summary>
    private int Trouble()
    {
        var evaluation = Evaluate();
        var rules = (form.Rules ?? []).Concat(form.Fields.SelectMany(field => field.RowRules ?? [])).Select(rule => rule.Otherwise).ToHashSet();
        return evaluation.Findings.Count(finding => !finding.Gap || rules.Contains(finding.Error.Message.Key))
            + evaluation.Decisions.Count(result => result.Rule?.Effect == DecisionEffect.Stops)
            + form.Fields.Count(field => field.Returns is { } returns && evaluation.Answers.Texts(field.Key).Contains(returns.Answer));
    }

    private List<JsonNode> Candidates(Field field)
    {
        List<JsonNode> candidates = field.Kind switch
        {
            FieldKind.Choice or FieldKind.YesNo or FieldKind.YesNoUnsure => [.. field.Options.Select(option => (JsonNode)option.Value)],
            FieldKind.MultiChoice => [.. Choices(field)],
            FieldKind.Number => [.. Numbers(field)],
            FieldKind.Date => [.. Days(written++)],
            FieldKind.Link => ["https://exempel.example/underlag"],
            _ => [Text(field)],
        };
        if (!smallest)
        {
            var shuffled = candidates.ToArray();
            random.Shuffle(shuffled);
            candidates = [.. shuffled];
        }

        return candidates;
    }

    private string Text(Field field)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Vi har frågat dem det gäller, {++written}.");
        return text.Length <= field.MaxLength ? text : text[..field.MaxLength];
    }

    private static IEnumerable<JsonNode> Choices(Field field)
    {
        var values = field.Options.Select(option => option.Value).ToList();
        yield return new JsonArray([.. values.Where(value => value != "inget").Select(value => (JsonNode)value)]);
        foreach (var value in values) yield return new JsonArray((JsonNode)value);
        yield return new JsonArray([.. values.Take(2).Select(value => (JsonNode)value)]);
    }

    /// <summary>Later ones for later questions, so that ends follow beginnings; or the same a year before.</summary>
    private static IEnumerable<JsonNode> Days(int number)
    {
        foreach (var year in new[] { 2027, 2026 }) yield return new DateOnly(year, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private IEnumerable<JsonNode> Numbers(Field field)
    {
        var least = field.Min ?? 1;
        var most = field.Max ?? least + 500;
        foreach (var number in new[] { least, Math.Floor((least + most) / 2), most, least + random.Next(0, (int)Math.Min(most - least, 400) + 1) }.Distinct())
            yield return number.ToString(CultureInfo.InvariantCulture);
    }
}
