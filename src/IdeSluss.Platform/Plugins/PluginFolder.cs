using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace IdeSluss.Platform.Plugins;

/// <summary>A plugin on disk: its build output, in which the one <c>*.deps.json</c> names the main assembly.</summary>
internal sealed record PluginFolder(string Path, string MainAssembly)
{
    /// <exception cref="PluginException">There is no folder, or not exactly one main assembly in it.</exception>
    public static PluginFolder Find(string root, string slug)
    {
        if (slug.Length == 0 || slug.Any(letter => !(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
            throw new PluginException($"'{slug}' is not a plugin name: lower-case ASCII letters, digits and hyphens only.");
        var folder = System.IO.Path.Combine(root, slug);
        if (!Directory.Exists(folder))
        {
            var others = Directory.Exists(root) ? string.Join(", ", Directory.EnumerateDirectories(root).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)) : "";
            throw new PluginException($"there is no folder {folder}. {(others.Length > 0 ? "Found beside it: " + others : "The plugin folder is empty or missing: build the plugins, or set IdeSluss:PluginFolder.")}");
        }

        var dependencies = Directory.GetFiles(folder, "*.deps.json");
        if (dependencies.Length != 1) throw new PluginException($"{folder} holds {dependencies.Length} *.deps.json files; exactly one names the main assembly.");
        var main = System.IO.Path.Combine(folder, System.IO.Path.GetFileName(dependencies[0])[..^".deps.json".Length] + ".dll");
        return File.Exists(main) ? new(folder, main) : throw new PluginException($"{main} is missing.");
    }

    /// <summary>Reads name, version and what of ours it was built against, without loading anything.</summary>
    public PluginVersions ReadVersions()
    {
        using var stream = File.OpenRead(MainAssembly);
        using var image = new PEReader(stream);
        if (!image.HasMetadata) throw new PluginException($"{MainAssembly} is not a .NET assembly.");
        var metadata = image.GetMetadataReader();
        var name = metadata.GetAssemblyDefinition().GetAssemblyName();
        var references = metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())
            .Where(reference => Ours.Is(reference.Name))
            .ToList();
        return new(name.Version?.ToString(3) ?? "", references);
    }
}

internal sealed record PluginVersions(string Version, IReadOnlyList<AssemblyName> References)
{
    /// <summary>Each of our assemblies that the plugin names must exist here, in the same main version and not older.</summary>
    public IEnumerable<string> Misfits()
    {
        foreach (var reference in References)
        {
            Version? here;
            try
            {
                here = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(reference.Name!)).GetName().Version;
            }
            catch (IOException)
            {
                here = null;
            }

            if (here is null) yield return $"it needs {reference.Name} {reference.Version}, which this host does not have.";
            else if (reference.Version is { } needed && (needed.Major != here.Major || needed > here)) yield return $"it was built against {reference.Name} {needed}; this host has {here}.";
        }
    }
}

/// <summary>What belongs to us: the assemblies whose members plugins compile against.</summary>
internal static class Ours
{
    public static bool Is(string? assembly) =>
        assembly is not null && assembly.StartsWith("IdeSluss.", StringComparison.Ordinal) && !assembly.StartsWith("IdeSluss.Plugins.", StringComparison.Ordinal);
}

/// <summary>Why a step failed, in words for the report; anything else that is thrown is reported with its type.</summary>
internal sealed class PluginException(IReadOnlyList<string> reasons) : Exception(string.Join(" ", reasons))
{
    public PluginException(string reason)
        : this([reason])
    {
    }

    public IReadOnlyList<string> Reasons { get; } = reasons;
}
