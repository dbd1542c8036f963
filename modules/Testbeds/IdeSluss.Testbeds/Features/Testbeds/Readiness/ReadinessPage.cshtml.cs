using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Testbeds.Features.Testbeds.Readiness;

/// <summary>The readiness scales to try on one's own idea; nothing is saved, the address holds the answers.</summary>
[OpenToAll("scales with our own words, for anyone's idea")]
internal sealed class ReadinessPageModel : IdeSlussPageModel
{
    public bool Answered => ReadinessScales.All.Any(scale => LevelOf(scale) is not null);

    public int? Technology => LevelOf(ReadinessScales.All.First(scale => scale.Code == ReadinessScales.Technology));

    public IReadOnlyList<string> Names => [.. ReadinessScales.All.Select(scale => Texts[scale.Name].Value)];

    public IReadOnlyList<RadarSeries> Series =>
    [
        new(Texts["Idén nu"], [.. ReadinessScales.All.Select(LevelOf)]),
        new(Texts["Vanligt före införande"], [.. ReadinessScales.All.Select(scale => scale.BeforeIntroduction ?? scale.BeforeTest)]),
    ];

    /// <returns>1 to 9; null when nothing is chosen, or nothing that is a level.</returns>
    public int? LevelOf(ReadinessScale scale) => Request.Query[scale.Key].ToString() is [>= '1' and <= '9'] level ? level[0] - '0' : null;

    public string Word(ReadinessScale scale, int level) => Texts[$"{level}. {scale.Levels[level - 1]}"];

    public IReadOnlyList<Choice> Levels(ReadinessScale scale) => [.. scale.Levels.Select((_, index) => new Choice($"{index + 1}", Word(scale, index + 1)))];
}
