using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Results;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Features.Platform.Overview;

/// <summary>Asks every source, urgent things first. A source that fails is itself something to look at.</summary>
internal sealed class WhatNeedsAttention(IEnumerable<IAttentionSource> sources, ILogger<WhatNeedsAttention> log)
{
    public async Task<IReadOnlyList<AttentionItem>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<AttentionItem>();
        foreach (var source in sources)
        {
            try
            {
                found.AddRange(await source.FindAsync(cancellationToken));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "The attention source {Source} failed", source.GetType().Name);
                found.Add(new(new Text("Det gick inte att läsa läget från {0}. Se loggen.", source.GetType().Name), "/admin", Urgent: true));
            }
        }

        return [.. found.OrderByDescending(item => item.Urgent)];
    }
}
