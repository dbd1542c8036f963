using System.Reflection;

namespace IdeSluss.TestKit;

/// <summary>Where the checkout under test lies: tests read its folders, plugins and tools from disk.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string PluginFolder => Path.Combine(Root, "artifacts", "plugins");

    /// <summary><c>debug</c> or <c>release</c>: what the running tests were built as, so that they use the host of the same build.</summary>
    public static string Configuration { get; } =
        (typeof(Checkout).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug").ToLowerInvariant();

    public static string OutputOf(string project) => Path.Combine(Root, "artifacts", "bin", project, Configuration);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IdeSluss.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No IdeSluss.sln above {AppContext.BaseDirectory}: tests run from the checkout they were built in.");
    }
}
