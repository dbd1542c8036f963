using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>The legal clocks there are: the module's own and those of plugins, whose rule for one of the module's holds instead.</summary>
internal sealed class ClockKinds(IEnumerable<LegalClockKind> provided)
{
    private readonly Dictionary<string, LegalClockKind> byCode = provided.GroupBy(kind => kind.Code).ToDictionary(same => same.Key, same => same.Last());

    public IReadOnlyList<LegalClockKind> All => [.. byCode.Values];

    public LegalClockKind? Find(string code) => byCode.GetValueOrDefault(code);

    public LegalClockKind? StartedBy(string redirect) => All.FirstOrDefault(kind => kind.StartedByRedirect == redirect);

    /// <summary>Kinds whose case no delegate may decide.</summary>
    public IReadOnlyList<string> NeverDelegated => [.. All.Where(kind => kind.NeverDelegated).Select(kind => kind.Code)];
}
