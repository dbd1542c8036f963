using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Workflows;

/// <summary>A workflow as JSON, to read, to compare, and to try changes on before anyone writes them in code.</summary>
/// <example><code>
/// var copy = WorkflowJson.Parse(WorkflowJson.Write(workflow), out var error);
/// </code></example>
public static class WorkflowJson
{
    /// <summary>Longest text that is read, in characters; the default workflow is about 15 000.</summary>
    public const int MaxLength = 300_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // A misspelt name would otherwise be a rule that silently does not hold.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public static string Write(WorkflowDefinition workflow) => JsonSerializer.Serialize(workflow, Options);

    /// <returns>Null when the text is no workflow; <paramref name="error"/> then says where and why, in the words of the JSON reader.</returns>
    public static WorkflowDefinition? Parse(string json, out string? error)
    {
        error = null;
        if (json.Length > MaxLength)
        {
            error = $"The text is longer than {MaxLength} characters.";
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<WorkflowDefinition>(json, Options) is { } workflow) return workflow;
            error = "The text is the JSON word null.";
        }
        catch (JsonException wrong)
        {
            error = wrong.Message;
        }

        return null;
    }
}
