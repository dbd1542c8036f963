using System.Reflection;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// Invented ideas that an instance in demo mode starts with, beside the module's own: a plugin adds those that could have come from its municipality. Read at the first start of a demo
/// and at no other.
/// </summary>
/// <param name="Assembly">Where the file is embedded.</param>
/// <param name="File">Its path in the project, with slashes: <c>Demo/ideas.json</c>. What it may hold is told in the Ideas module's README.</param>
/// <example><code>
/// plugin.Provide(new DemoIdeaSource(typeof(ExamplePlugin).Assembly, "Demo/ideas.json"));
/// </code></example>
public sealed record DemoIdeaSource(Assembly Assembly, string File)
{
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public Stream Open() =>
        Assembly.GetManifestResourceStream($"{Assembly.GetName().Name}.{File.Replace('/', '.')}") ?? throw new InvalidOperationException($"{Assembly.GetName().Name} has no embedded file {File}.");
}
