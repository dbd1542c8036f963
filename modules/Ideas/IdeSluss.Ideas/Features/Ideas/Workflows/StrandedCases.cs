using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>Open cases whose workflow nobody declares any more: they stand still until someone moves them or brings it back.</summary>
internal sealed class StrandedCases(WorkflowCatalogue catalogue) : IAttentionSource
{
    public async Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken) =>
        [
            .. (await catalogue.ListAsync(cancellationToken)).Where(row => row is { Declared: false, OpenCases: > 0 }).Select(row =>
                new AttentionItem(new Text("{0} öppna ärenden går efter {1} version {2}, som inte finns. De kan bara läsas.", row.OpenCases, row.Key, row.Version), "/admin/arbetsgangar", Urgent: true)),
        ];
}
