namespace IdeSluss.Platform.Tests;

/// <summary>A folder that is gone afterwards. Reachable for the account that PostgreSQL runs as when the tests run as root.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"idesluss-test-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A server that is just ending may still write; what is left lies in the temporary folder.
        }
    }
}
