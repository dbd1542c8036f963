using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IdeSluss.Platform.Web;

/// <summary>Notes that a request has saved something: whoever is told that it failed afterwards must not be told that nothing was kept.</summary>
internal sealed class NoteSaves(IHttpContextAccessor requests) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private static readonly object Key = new();

    public static bool HasSaved(HttpContext request) => request.Items.ContainsKey(Key);

    /// <summary>What the platform itself has saved for the request is not what was sent.</summary>
    public static void Forget(HttpContext request) => request.Items.Remove(Key);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0 && eventData.Context is { Database.CurrentTransaction: null }) Note();
        return new(result);
    }

    Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        Note();
        return Task.CompletedTask;
    }

    private void Note()
    {
        if (requests.HttpContext is { } request) request.Items[Key] = true;
    }
}
