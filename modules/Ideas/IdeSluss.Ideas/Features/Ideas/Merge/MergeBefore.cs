using System.Text.Json;
using IdeSluss.Ideas.Features.Ideas.Decide;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>The case before the question and, once merged, before the merge; and the tasks that the merge made needless.</summary>
internal sealed record MergeBefore(CaseBefore Asked, CaseBefore? Merged = null, IReadOnlyList<Guid>? CancelledTasks = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, CaseBefore.Json);

    public static MergeBefore Parse(string json) => JsonSerializer.Deserialize<MergeBefore>(json, CaseBefore.Json) ?? throw new JsonException("A merge keeps the case as it was.");
}
