using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

/// <summary>What somebody has done in an exercise.</summary>
/// <param name="Answers">Form → answers that one has given.</param>
/// <param name="Decision">Null until one has decided.</param>
internal sealed record PracticeState(IReadOnlyDictionary<string, JsonObject> Answers, PracticeDecision? Decision)
{
    public static PracticeState Begun => new(new Dictionary<string, JsonObject>(), null);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static PracticeState Parse(string json) => JsonSerializer.Deserialize<PracticeState>(json) ?? Begun;
}

/// <param name="Outcome">Code of the gate's outcome.</param>
/// <param name="Reply">The answer that a submitter would have got.</param>
/// <param name="To">The stage that a real case would now lie in.</param>
internal sealed record PracticeDecision(string Outcome, string Reason, string Reply, string To, DateTimeOffset At);
