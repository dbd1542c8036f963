namespace IdeSluss.Platform.Files;

/// <summary>Where the bytes lie. A key is written once and never changed. All throw <see cref="Sdk.Files.FileUnavailableException"/> when the store does not answer or is full.</summary>
internal interface IFileStore
{
    /// <summary>Takes over the file at <paramref name="path"/>, which lies in the <see cref="WorkFolder"/>. When this returns, the bytes survive a power cut.</summary>
    Task PutAsync(string key, string path, CancellationToken cancellationToken);

    /// <returns>A seekable stream of <paramref name="length"/> bytes; null when the store has no such key.</returns>
    Task<Stream?> OpenAsync(string key, long length, CancellationToken cancellationToken);

    /// <summary>Nothing happens when it is gone already.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>Before anything is taken in: what would only seem to be kept must not be.</summary>
    /// <exception cref="FileUnavailableException">The store is not where it was.</exception>
    void EnsureThere();

    /// <summary>Fails unless files could be stored now.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>For files on their way in; <see cref="IncomingFolder"/> sees to it.</summary>
    string WorkFolder { get; }
}
