using System.Text.Json;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Who gave which answer, and when: a screening must show it for each question (<c>domain.md</c> 2.6).</summary>
internal sealed record AnswerTrail(IReadOnlyDictionary<string, AnsweredBy> Fields)
{
    public static AnswerTrail Parse(string json) => new(JsonSerializer.Deserialize<Dictionary<string, AnsweredBy>>(json, JsonSerializerOptions.Web) ?? []);

    /// <summary>The trail after a save: answers that changed get a new name and time, those that are gone lose theirs.</summary>
    public AnswerTrail Changed(Answers before, Answers after, Guid by, DateTimeOffset now) =>
        new(after.Json.ToDictionary(pair => pair.Key, pair => Fields.TryGetValue(pair.Key, out var known) && JsonNode.DeepEquals(before.Json[pair.Key], pair.Value) ? known : new AnsweredBy(by, now)));

    public string ToJson() => JsonSerializer.Serialize(Fields, JsonSerializerOptions.Web);
}

internal sealed record AnsweredBy(Guid By, DateTimeOffset At);

/// <summary>What followed from the answers when they were saved, beside them in the database: outcomes and numbers can be searched and exported without the form.</summary>
internal static class StoredResults
{
    public static string Of(FormEvaluation evaluation) => new JsonObject
    {
        ["decisions"] = new JsonObject(evaluation.Decisions.Where(result => result.Rule is not null).Select(result => KeyValuePair.Create(result.Table.Key, (JsonNode?)result.Rule!.Outcome))),
        ["computed"] = new JsonObject(evaluation.Computed.Select(result => KeyValuePair.Create(result.Computation.Key, (JsonNode?)result.Value))),
    }.ToJsonString();
}
