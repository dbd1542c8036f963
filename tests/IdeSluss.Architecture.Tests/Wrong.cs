using Xunit;

namespace IdeSluss.Architecture.Tests;

internal static class Wrong
{
    /// <summary>Fails with everything that is wrong, one per line, so that it can be mended at once.</summary>
    public static void None(IEnumerable<string?> findings)
    {
        var all = findings.Distinct().ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
