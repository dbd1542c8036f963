using IdeSluss.Platform.Health;
using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Whether files could be taken in now. Neither part keeps the host from its other work: taking every replica out of traffic because the store is away would only make more of it unreachable.
/// </summary>
internal sealed class FileHealth(IFileStore store, VirusScan scan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<ReadyPart>> CheckAsync(CancellationToken cancellationToken)
    {
        var files = PartAsync("files", store.CheckAsync, cancellationToken);
        return scan.IsOn ? await Task.WhenAll(files, PartAsync("scanner", scan.CheckAsync, cancellationToken)) : [await files];
    }

    private static async Task<ReadyPart> PartAsync(string name, Func<CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await check(limit.Token);
            return new(name, true, Needed: false);
        }
        catch (Exception error) when (error is FileUnavailableException or ScannerUnreachableException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(name, false, error is StoreIsFullException ? "no room" : error.GetType().Name, Needed: false);
        }
    }
}
