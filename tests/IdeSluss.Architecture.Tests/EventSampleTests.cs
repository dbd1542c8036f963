using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Events;
using Xunit;

namespace IdeSluss.Architecture.Tests;

/// <summary>What an event looks like on disk and on the wire is a promise to whoever reads it later: each has an approved sample.</summary>
public partial class EventSampleTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static TheoryData<string> Events => [.. Types.Keys];

    private static Dictionary<string, Type> Types { get; } = Assemblies.Types
        .Where(type => Attribute.GetCustomAttribute(type, typeof(EventAttribute)) is not null).ToDictionary(EventAttribute.NameOf);

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_reads_and_writes_its_approved_sample(string name)
    {
        var file = Sources.PathOf($"tests/IdeSluss.Architecture.Tests/EventSamples/{name}.json");
        Assert.True(File.Exists(file), $"{name} has no approved sample. If this is what it shall look like, save it as {file}:{Environment.NewLine}{Proposal(Types[name])}");
        var sample = JsonNode.Parse(File.ReadAllText(file))!;

        var read = sample.Deserialize(Types[name], Json);
        var written = JsonSerializer.SerializeToNode(read, Types[name], Json);

        Assert.True(JsonNode.DeepEquals(sample, written), $"{name}: the sample says{Environment.NewLine}{sample}{Environment.NewLine}but it is written as{Environment.NewLine}{written}");
    }

    [Fact]
    public void Every_sample_belongs_to_an_event() => Wrong.None(
        Directory.EnumerateFiles(Sources.PathOf("tests/IdeSluss.Architecture.Tests/EventSamples"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => !Types.ContainsKey(name)));

    [Fact]
    public void Every_event_has_a_versioned_name_and_lies_in_contracts()
    {
        Wrong.None(Types.Keys.Where(name => !EventName().IsMatch(name)));
        Wrong.None(Types.Values.Where(type => !type.Assembly.GetName().Name!.EndsWith(".Contracts", StringComparison.Ordinal)).Select(type => type.FullName));
    }

    [Fact]
    public void No_event_has_a_field_for_personal_text() => Wrong.None(
        from type in Types.Values
        from property in type.GetProperties()
        where PersonalText().IsMatch(property.Name)
        select $"{type.Name}.{property.Name}");

    private static string Proposal(Type type) => JsonSerializer.Serialize(Made(type, "x"), type, Json);

    private static object? Made(Type type, string name)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(Guid)) return Guid.Parse("0199a7c4-1f00-7000-8000-" + Math.Abs(name.GetHashCode(StringComparison.Ordinal) % 1000).ToString("000000000000"));
        if (inner == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 10, 14, 9, 30, 0, TimeSpan.Zero);
        if (inner == typeof(DateOnly)) return new DateOnly(2026, 10, 14);
        if (inner == typeof(string)) return name.ToUpperInvariant();
        if (inner.IsValueType) return inner == typeof(int) ? 70 : Activator.CreateInstance(inner);
        var constructor = inner.GetConstructors()[0];
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Made(parameter.ParameterType, parameter.Name!))]);
    }

    [GeneratedRegex(@"^[a-z_]+(\.[a-z0-9-]+)+\.v[0-9]+$")]
    private static partial Regex EventName();

    [GeneratedRegex("(Text|Title|Body|Email|Phone|Address|DisplayName|PersonName)$")]
    private static partial Regex PersonalText();
}
