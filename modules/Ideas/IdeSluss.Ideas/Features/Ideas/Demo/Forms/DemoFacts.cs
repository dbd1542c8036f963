using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Demo.Forms;

/// <summary>What an invented form is filled in from.</summary>
/// <param name="Day">When it is filled in.</param>
/// <param name="Outcome">The decision that it is filled in for; null while that lies ahead.</param>
internal sealed record DemoFacts(DemoIdea Idea, string? Track, GateOutcome? Outcome, DemoStep? Step, DateOnly Day)
{
    public DemoStudy Study => Idea.Study ?? throw new InvalidOperationException($"Demo idea {Idea.Key} is on the full way and needs a study.");

    public DemoSmall Small => Idea.Small ?? throw new InvalidOperationException($"Demo idea {Idea.Key} is small and needs its page.");

    /// <summary>A part of the study or page that this form needs.</summary>
    public T Need<T>(T? part, string name) where T : class => part ?? throw new InvalidOperationException($"Demo idea {Idea.Key} needs {name}.");

    public string On(int days) => Day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Answers in few words.</summary>
internal static class Filled
{
    public const string Yes = "ja";
    public const string No = "nej";

    public static string YesNo(bool yes) => yes ? Yes : No;

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static JsonArray List(params IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    public static JsonArray Rows(params IEnumerable<JsonObject> rows) => [.. rows];
}
