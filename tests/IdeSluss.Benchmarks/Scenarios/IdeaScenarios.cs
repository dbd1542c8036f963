using IdeSluss.Benchmarks.Generator;
using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Ideas;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Benchmarks.Scenarios;

/// <summary>Reading and finding ideas, by the handlers that pages and API call.</summary>
internal sealed class IdeaScenarios(IReadOnlyList<PublicNumber> numbers)
{
    public IReadOnlyList<Scenario> All =>
    [
        new("list, newest", 5, (services, _, ct) => Of<ListIdeas>(services).FindAsync(new(), ct)),
        new("list, a page far down", 5, (services, round, ct) => Of<ListIdeas>(services).FindAsync(new(After: Number(round).Cursor), ct)),
        new("list, one area", 5, (services, round, ct) => Of<ListIdeas>(services).FindAsync(new(Area: Areas[round % Areas.Length]), ct)),
        new("idea page", 5, async (services, round, ct) => Found(await Of<ReadIdea>(services).HandleAsync(Number(round).CaseNumber, ct))),
        Search("search, a word in every third idea", IdeaTexts.CommonWord),
        Search("search, a word in five ideas", IdeaTexts.RareWord),
        Search("search, a word in one of a hundred", "läxhjälp"),
        Search("search, two common words", $"{IdeaTexts.CommonWord} barn"),
        Search("search, a common word within a filter", IdeaTexts.CommonWord, new(Area: "natur-klimat", Outcome: "genomford")),
        Search("search, nothing found, then beginnings", "zeppelinarha"),
        Search("search, a phrase", "\"en ramp bredvid trappan\""),
        Cases("cases, a common word", IdeaTexts.CommonWord),
        Cases("cases, a rare word", IdeaTexts.RareWord),
        Similar("similar, a rare word", _ => $"Bygg en {IdeaTexts.RareWord} vid kanalen."),
        Similar("similar, only common words", _ => $"Mer {IdeaTexts.CommonWord} för barn och äldre vid skolan."),
        Similar("similar, an idea as they are written", round => Number(round).Text),
        Similar("similar, while it is written", round => Number(round).Text, onlySame: true),
        Similar("similar, twenty thousand letters", _ => string.Join(' ', numbers.Select(number => number.Text))[..20_000]),
    ];

    private static readonly string[] Areas = ["byggd-miljo", "resor-trafik", "vard-omsorg", "skola-forskola", "kultur-fritid"];

    private PublicNumber Number(int round) => numbers[round * 37 % numbers.Count];

    private static Scenario Search(string name, string typed, IdeaFilter? filter = null) =>
        new(name, 10, async (services, _, ct) => Found(await Of<SearchIdeas>(services).FindAsync((filter ?? new()) with { Search = typed }, "search", ct)));

    private static Scenario Cases(string name, string typed) => new(name, 10, async (services, _, ct) =>
    {
        Of<CurrentUser>(services).Become(Guid.Empty, "Mätning", "matning@exempel.example", [], new Dictionary<string, PermissionScope> { [IdeasPermissions.Work] = PermissionScope.All });
        Found(await Of<SearchCases>(services).FindAsync(new(typed), "search", ct));
    });

    private static Scenario Similar(string name, Func<int, string> text, bool onlySame = false) =>
        new(name, 10, (services, round, ct) => Of<FindSimilar>(services).FindAsync(new(null, text(round), OnlySame: onlySame), ct));

    private static T Of<T>(IServiceProvider services) where T : notnull => services.GetRequiredService<T>();

    /// <summary>A call that was refused measures nothing.</summary>
    private static void Found<T>(Outcome<T> outcome)
    {
        if (outcome.Failed(out var problem, out _)) throw new InvalidOperationException($"{problem.Message.Key} {string.Join("; ", problem.Errors.Select(error => error.Message.Key))}");
    }
}

/// <summary>A public idea to open, and its place in the list.</summary>
internal sealed record PublicNumber(string CaseNumber, string Text, string Cursor)
{
    public PublicNumber(string caseNumber, string text, DateTimeOffset at, Guid id)
        : this(caseNumber, text, new Cursor(at, id).ToString())
    {
    }
}
