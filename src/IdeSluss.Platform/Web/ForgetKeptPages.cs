using System.Data.Common;
using System.Runtime.CompilerServices;
using IdeSluss.Platform.Messaging;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IdeSluss.Platform.Web;

/// <summary>
/// Forgets kept pages once what they show has been committed, here and by every other replica, so that whoever has changed something sees it at once and no use case must think of it.
/// </summary>
internal sealed class ForgetKeptPages : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> uncommitted = [];
    private readonly IReadOnlyList<KeptPages> kept;
    private readonly IOutputCacheStore store;
    private readonly KeptElsewhere elsewhere;

    public ForgetKeptPages(IEnumerable<KeptPages> kept, IOutputCacheStore store, KeptElsewhere elsewhere)
    {
        (this.kept, this.store, this.elsewhere) = ([.. kept], store, elsewhere);
        elsewhere.Forget = async (tag, cancellationToken) =>
        {
            foreach (var pages in this.kept.Where(pages => tag is null || pages.Tag == tag)) await store.EvictByTagAsync(pages.Tag, cancellationToken);
        };
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
            foreach (var pages in kept.Where(pages => pages.Context == context.GetType() && context.ChangeTracker.Entries().Any(entry => Shows(pages, entry))))
                uncommitted.GetOrCreateValue(context).Add(pages.Tag);
        return new(result);
    }

    private static bool Shows(KeptPages pages, EntityEntry entry) => entry.State != EntityState.Unchanged && pages.Shown.Contains(entry.Metadata.ClrType) && pages.Shows?.Invoke(entry) != false;

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context) await ForgetAsync(context, cancellationToken);
        return result;
    }

    async Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        if (eventData.Context is { } context) await ForgetAsync(context, cancellationToken);
    }

    private async Task ForgetAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (!uncommitted.Remove(context, out var tags)) return;
        foreach (var tag in tags)
        {
            elsewhere.Changed(tag);
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
