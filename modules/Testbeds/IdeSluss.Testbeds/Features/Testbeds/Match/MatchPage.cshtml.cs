using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Match;

[OpenToAll("what the municipality can try things in is for everyone")]
internal sealed class MatchPageModel(SuggestTestbeds suggest, KeptTaxonomy kept) : IdeSlussPageModel
{
    private static readonly ReadinessScale Technology = ReadinessScales.All.First(scale => scale.Code == ReadinessScales.Technology);
    private Taxonomy taxonomy = new([]);

    [BindProperty(SupportsGet = true, Name = "prova")]
    public List<string> Capabilities { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "malgrupp")]
    public List<string> TargetGroups { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "behov")]
    public List<string> Needs { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "tillganglighet")]
    public List<string> Accessibility { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "slag")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "mognad")]
    public string? Readiness { get; set; }

    [BindProperty(SupportsGet = true, Name = "personer")]
    public string? Persons { get; set; }

    [BindProperty(SupportsGet = true, Name = "utifran")]
    public bool FromOutside { get; set; }

    public bool Asked { get; private set; }

    public IReadOnlyList<SuggestedTestbed> Suggestions { get; private set; } = [];

    public IReadOnlyList<Choice> Levels => [.. Technology.Levels.Select((level, index) => new Choice($"{index + 1}", Texts[$"{index + 1}. {level}"]))];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<TestbedKind>().Select(kind => new Choice(kind.ToString(), Texts[TestbedWords.Of(kind)]))];

    public IReadOnlyList<Choice> Terms(TermKind kind) => [.. taxonomy.Offered(kind).Select(term => new Choice(term.Code, Texts.Name(term)))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        taxonomy = await kept.GetAsync(cancellationToken);
        // What is not understood asks for nothing: a broken link is no error.
        var need = new NeedProfile(Capabilities, TargetGroups, Needs, Accessibility, Enum.TryParse<TestbedKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null, Number(Readiness, ReadinessScales.Highest), Number(Persons, 10_000), FromOutside);
        Asked = !need.IsEmpty;
        Suggestions = await suggest.HandleAsync(need, cancellationToken);
    }

    private static int? Number(string? typed, int highest) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest ? number : null;
}
