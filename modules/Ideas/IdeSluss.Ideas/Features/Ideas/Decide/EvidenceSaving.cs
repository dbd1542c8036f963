using System.Text.Json.Nodes;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Answers that come with a decision, or from the form's own page.</summary>
internal static class EvidenceSaving
{
    /// <summary>Wrong values and forms that the gate does not know. Gaps are no error here: whether a form must be complete is the outcome's affair.</summary>
    public static IEnumerable<FieldError> Check(IReadOnlyDictionary<string, Answers> given, Gate gate, IFormRegistry forms, FormFacts facts)
    {
        foreach (var (key, answers) in given)
        {
            if (gate.Evidence.All(evidence => evidence.Form != key) || forms.Current(key) is not { } form)
            {
                yield return new(key, new Text("Formuläret {0} hör inte till det här beslutet.", key));
                continue;
            }

            foreach (var error in FormValidator.Check(form, answers, complete: false, facts)) yield return new($"{key}.{error.Field}", error.Message);
        }
    }

    /// <summary>Stores the given answers with the next save.</summary>
    /// <returns>Form → version of all answers the case has, as they are after the save.</returns>
    public static Dictionary<string, int> Store(
        IdeasDbContext db, Guid ideaId, IReadOnlyList<EvidenceAnswer> stored, IReadOnlyDictionary<string, Answers> given, IFormRegistry forms, FormFacts facts, Guid by, DateTimeOffset now)
    {
        var versions = stored.ToDictionary(one => one.Form, one => one.Version);
        foreach (var (key, answers) in given)
        {
            var form = forms.Current(key)!;
            var row = Put(db, ideaId, stored.FirstOrDefault(one => one.Form == key), FormEvaluator.Evaluate(form, answers, facts), by, now);
            versions[key] = row.Version + (db.Entry(row).State == EntityState.Modified ? 1 : 0);
        }

        return versions;
    }

    /// <summary>Forms whose answers will be other than they are.</summary>
    public static IEnumerable<string> Changed(IReadOnlyList<EvidenceAnswer> stored, IReadOnlyDictionary<string, Answers> given, IFormRegistry forms, FormFacts facts) =>
        from pair in given
        let row = stored.FirstOrDefault(one => one.Form == pair.Key)
        where row is null || forms.Current(pair.Key) is not { } form || !IsUnchanged(row, FormEvaluator.Evaluate(form, pair.Value, facts))
        select pair.Key;

    private static bool IsUnchanged(EvidenceAnswer row, FormEvaluation evaluation) =>
        row.FormVersion == evaluation.Form.Version && JsonNode.DeepEquals(Answers.Parse(row.Answers).Json, evaluation.Own.Json);

    /// <summary>Adds or changes the one row that a case has for a form: what was asked here, what followed from it, and who answered what when.</summary>
    public static EvidenceAnswer Put(IdeasDbContext db, Guid ideaId, EvidenceAnswer? row, FormEvaluation evaluation, Guid by, DateTimeOffset now)
    {
        if (row is null)
        {
            // From 1, so that "nothing saved yet" (0) is told from the first save.
            row = new EvidenceAnswer { Id = Guid.CreateVersion7(), IdeaId = ideaId, Form = evaluation.Form.Key, Answers = "{}", Version = 1 };
            db.Evidence.Add(row);
        }
        // Saved as it was: nothing that rests on these answers (a signature, what a decider has read) is touched.
        else if (IsUnchanged(row, evaluation))
        {
            return row;
        }

        row.Trail = AnswerTrail.Parse(row.Trail).Changed(Answers.Parse(row.Answers), evaluation.Own, by, now).ToJson();
        row.FormVersion = evaluation.Form.Version;
        row.Answers = evaluation.Own.ToJson();
        row.Results = StoredResults.Of(evaluation);
        row.Complete = evaluation.IsComplete;
        row.SavedAt = now;
        row.SavedById = by;
        return row;
    }
}
