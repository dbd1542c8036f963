using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IdeSluss.Platform.Web;

/// <summary>
/// Objects of any shape, such as answers to a form. The framework's own reading throws <see cref="ArgumentException"/> on a name that stands twice, which would be
/// our error; it is the caller's.
/// </summary>
internal sealed class JsonObjects : JsonConverter<JsonObject>
{
    private static readonly JsonSerializerOptions NoNameTwice = new() { AllowDuplicateProperties = false };

    public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonObject>(ref reader, NoNameTwice);
        }
        catch (ArgumentException twice)
        {
            throw new JsonException(twice.Message, twice);
        }
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
