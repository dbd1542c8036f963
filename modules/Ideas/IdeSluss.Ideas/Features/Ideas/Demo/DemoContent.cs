using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Demo.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>A file of invented content.</summary>
internal sealed record DemoFile
{
    public IReadOnlyList<DemoIdea> Ideas { get; init; } = [];

    /// <summary>Form → answers, for forms of the plugin's own. <c>@-20</c> is the day twenty days before the form is filled in.</summary>
    public IReadOnlyDictionary<string, JsonObject> Forms { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>Code of a body to consult → what it answers, a different text each time.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>The invented content of the module and its plugins together. A file that is wrong in any way says so at once, with its name.</summary>
internal sealed class DemoContent
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false, Converters = { new JsonStringEnumConverter() },
    };

    private static readonly string[] Own = ["small", "incoming", "full"];

    private readonly List<DemoFile> files;

    public DemoContent(IEnumerable<DemoIdeaSource> ofPlugins)
    {
        files = [.. Own.Select(name => new DemoIdeaSource(typeof(DemoContent).Assembly, $"Features/Ideas/Demo/Content/{name}.json")).Concat(ofPlugins).Select(Read)];
        Ideas = [.. files.SelectMany(file => file.Ideas).OrderByDescending(idea => idea.Received)];
        if (Ideas.CountBy(idea => idea.Key).FirstOrDefault(same => same.Value > 1) is { Key: { } twice }) throw new InvalidOperationException($"Demo idea {twice} is there twice.");
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DemoIdea> Ideas { get; }

    public int OldestDay => Ideas.Max(idea => idea.Received);

    /// <returns>Null where nothing is known of the form.</returns>
    public JsonObject? AnswersTo(string form, DemoFacts facts) =>
        DemoForms.Answers(form, facts) ?? (files.Select(file => file.Forms.GetValueOrDefault(form)).FirstOrDefault(answers => answers is not null) is { } template ? (JsonObject)Dated(template, facts)! : null);

    /// <param name="turn">Which of the body's texts.</param>
    public string AnswerOf(string body, int turn) =>
        files.Select(file => file.Answers.GetValueOrDefault(body)).FirstOrDefault(answers => answers is not null) is { } texts ? texts[turn % texts.Count] : throw new InvalidOperationException($"The demo has no answer from {body}.");

    private static JsonNode? Dated(JsonNode? node, DemoFacts facts) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Dated(field.Value, facts)))),
        JsonArray items => new JsonArray([.. items.Select(item => Dated(item, facts))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('@') => facts.On(int.Parse(text[1..], CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private static DemoFile Read(DemoIdeaSource source)
    {
        using var stream = source.Open();
        try
        {
            return JsonSerializer.Deserialize<DemoFile>(stream, Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"The demo content {source.File} of {source.Assembly.GetName().Name} cannot be read: {wrong.Message}", wrong);
        }
    }
}
