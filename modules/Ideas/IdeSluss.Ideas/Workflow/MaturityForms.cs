using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>How mature an idea is, in six respects of our own for the public sector (<c>domain.md</c> 2.5). It never stops a case; it tells where to look.</summary>
internal static class MaturityForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        Of(FormKeys.Maturity, "Mognad före test", "inför ett test", scale => scale.BeforeTest),
        Of(FormKeys.MaturityAfterTest, "Mognad efter test", "före införande", scale => scale.BeforeIntroduction),
    ];

    private static FormDefinition Of(string key, string title, string before, Func<ReadinessScale, int?> usual) =>
        new(key, 1, title, "Sex snabba val. De stoppar inget, men visar var det är värt att titta en gång till.",
            [.. ReadinessScales.All.Select(respect => Field.Choice(respect.Key, respect.Name, [.. respect.Levels.Select((level, index) => new Option($"{index + 1}", $"{index + 1}. {level}"))], required: true))])
        {
            Rules = [.. ReadinessScales.All.Where(scale => usual(scale) is not null).Select(scale => new AnswerRule(scale.Key, Criterion.AtLeastNumber(scale.Key, usual(scale)!.Value), HintOf(scale, usual(scale)!.Value, before)) { Hint = true })],
        };

    private static string HintOf(ReadinessScale scale, int level, string before) =>
        $"{scale.Name.ToLowerInvariant()} brukar vara på nivå {level} eller mer {before}.";
}
