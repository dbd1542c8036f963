using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Ideas.Features.Ideas.FillEvidence;

/// <param name="Key">The question that is gone, as it was called in the answers.</param>
/// <param name="Text">What was answered, so that it can be moved.</param>
internal sealed record RemovedAnswer(string Key, string Text);

/// <summary>Answers to questions that a newer version of a form no longer asks: said in words with what was written, never dropped in silence. Sent by the API they are wrong (<see cref="FormEvaluation.Findings"/>).</summary>
internal static class RemovedAnswers
{
    public static IReadOnlyList<RemovedAnswer> Of(FormDefinition form, Answers answers) =>
        [.. answers.Json.Where(answer => !IsAsked(form, answer.Key) && TextOf(answer.Value).Length > 0).Select(answer => new RemovedAnswer(answer.Key, TextOf(answer.Value)))];

    /// <summary>What was posted from a page that was opened before the form changed.</summary>
    public static IReadOnlyList<RemovedAnswer> Posted(FormDefinition form, IFormCollection posted, string prefix) =>
    [
        .. from name in posted.Keys
           where name.StartsWith(prefix + ".", StringComparison.Ordinal)
           let key = name[(prefix.Length + 1)..].Split('.')[0]
           where !IsAsked(form, key) && !string.IsNullOrWhiteSpace(posted[name])
           group posted[name].ToString() by key into answered
           select new RemovedAnswer(answered.Key, string.Join(", ", answered)),
    ];

    public static Problem Problem(IReadOnlyList<RemovedAnswer> removed) => Sdk.Results.Problem.Invalid([.. removed.Select(one =>
        new FieldError("", new Text("Formuläret ändrades medan du skrev, och frågan ”{0}” finns inte längre. Du skrev: {1}", one.Key, one.Text)))]);

    private static bool IsAsked(FormDefinition form, string key) => form.FieldOf(key) is not null || (form.ByReference && key is Answers.ReferenceKey or Answers.ReferenceSaysKey);

    private static string TextOf(JsonNode? answer) => answer switch
    {
        JsonArray many => string.Join("; ", many.Select(TextOf).Where(text => text.Length > 0)),
        JsonObject row => string.Join(", ", row.Select(cell => TextOf(cell.Value)).Where(text => text.Length > 0)),
        _ => answer?.ToString() ?? "",
    };
}
