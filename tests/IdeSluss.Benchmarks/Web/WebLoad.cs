using System.Globalization;
using IdeSluss.Benchmarks.Generator;
using IdeSluss.Benchmarks.Scenarios;

namespace IdeSluss.Benchmarks.Web;

/// <summary>What a load should come to: at least a share of what it is compared with, a number a second, or answers within a time.</summary>
internal sealed record WebTarget(double? Share = null, double? PerSecond = null, double? P99 = null)
{
    public static readonly WebTarget None = new();

    public string Text => string.Join(", ", new[]
    {
        Share is { } share ? $">= {share.ToString(CultureInfo.InvariantCulture)} times" : null,
        PerSecond is { } number ? $">= {number.ToString(CultureInfo.InvariantCulture)} a second" : null,
        P99 is { } most ? $"p99 < {most.ToString(CultureInfo.InvariantCulture)} ms" : null,
    }.Where(part => part is not null));

    public bool? Met(double? ratio, double perSecond, double p99) =>
        this == None ? null : (Share is not { } share || ratio >= share) && (PerSecond is not { } number || perSecond >= number) && (P99 is not { } most || p99 < most);
}

/// <summary>Something many people do at the same time.</summary>
/// <param name="Against">The load of a ceiling that it is compared with, round by round.</param>
/// <param name="IsWalk">Several requests that belong together: counted when it has come to its end.</param>
internal sealed record WebLoad(string Name, Func<IReadOnlyList<PublicNumber>, IReadOnlyList<string>, IEnumerable<string>> Lines, WebTarget Target, string? Against = null, bool OfCeiling = false, bool Compressed = false, string Script = "requests.lua")
{
    public const string Constant = "ceiling: a page that never changes";
    private const string RawList = "ceiling: list by hand";
    private const string RawIdea = "ceiling: idea by hand";
    private const string RawSubmit = "ceiling: hand-in by hand";
    public const string Text = "Fler bänkar längs vägen till hälsocentralen, så att den som har svårt att gå kan vila på vägen.";

    public bool IsWalk => Script != "requests.lua";

    // Addresses with something after them are made anew each time; those without may be kept for some seconds.
    public static IReadOnlyList<WebLoad> All { get; } =
    [
        Ceiling(Constant, Gets(_ => ["/constant"])),
        Ceiling(RawList, Gets(_ => ["/list"])),
        new("list, made anew", Gets(_ => ["/ideer?lage="]), new(Share: 0.5), RawList),
        new("list, kept", Gets(_ => ["/ideer"]), new(Share: 1), RawList),
        new("list, kept, compressed", Gets(_ => ["/ideer"]), new(Share: 1), RawList, Compressed: true),
        Ceiling(RawIdea, Gets(numbers => numbers.Select(number => $"/idea/{number.CaseNumber}"))),
        new("idea, made anew", Gets(numbers => numbers.Select(number => $"/ideer/{number.CaseNumber}?x=1")), new(Share: 0.5), RawIdea),
        new("idea, kept", Gets(numbers => numbers.Select(number => $"/ideer/{number.CaseNumber}")), new(Share: 1), RawIdea),
        new("search, a common word", Gets(_ => [$"/ideer?sok={IdeaTexts.CommonWord}"]), new(P99: 100)),
        new("search, a rare word", Gets(_ => [$"/ideer?sok={IdeaTexts.RareWord}"]), new(P99: 100)),
        Ceiling(RawSubmit, (_, _) => [$"POST\t/submit\ttext/plain\t{Text}"]),
        new("hand-in by the API", (_, _) => [$"POST\t/api/v1/ideas/ideas\tapplication/json\t{{\"text\":\"{Text}\"}}"], new(Share: 0.25, PerSecond: 1000), RawSubmit),
        new("hand-in in the browser, four requests", (_, _) => [], WebTarget.None, RawSubmit, Script: "handin.lua"),
        new("one's own case by code, two requests", (_, codes) => codes, WebTarget.None, Script: "follow.lua"),
        new("statistics, kept", Gets(_ => ["/statistik"]), WebTarget.None),
    ];

    private static WebLoad Ceiling(string name, Func<IReadOnlyList<PublicNumber>, IReadOnlyList<string>, IEnumerable<string>> lines) => new(name, lines, WebTarget.None, OfCeiling: true);

    private static Func<IReadOnlyList<PublicNumber>, IReadOnlyList<string>, IEnumerable<string>> Gets(Func<IReadOnlyList<PublicNumber>, IEnumerable<string>> paths) => (numbers, _) => paths(numbers).Select(path => $"GET\t{path}\t\t");
}
