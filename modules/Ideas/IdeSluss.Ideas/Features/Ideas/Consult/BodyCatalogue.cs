using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>Everyone who can be consulted here: the module's own and those of plugins. A plugin may put its own words to one of the module's.</summary>
internal sealed class BodyCatalogue(IEnumerable<ConsultationBody> provided)
{
    private readonly Dictionary<string, ConsultationBody> byCode = provided.GroupBy(body => body.Code).ToDictionary(same => same.Key, same => same.Last());

    public IReadOnlyList<ConsultationBody> All => [.. byCode.Values];

    public ConsultationBody? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The code itself for a body whose plugin is gone.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;
}
