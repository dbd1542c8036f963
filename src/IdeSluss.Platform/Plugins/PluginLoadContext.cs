using System.Reflection;
using System.Runtime.Loader;

namespace IdeSluss.Platform.Plugins;

/// <summary>
/// Shares every assembly that the host really has, so that its types are the same on both sides; the rest is the plugin's own, in its own version.
/// A rule by name prefix would fail for Microsoft.* packages that the host lacks. Not collectible: a plugin lives as long as the host.
/// </summary>
internal sealed class PluginLoadContext(string mainAssembly) : AssemblyLoadContext("plugin:" + Path.GetFileNameWithoutExtension(mainAssembly))
{
    private readonly AssemblyDependencyResolver own = new(mainAssembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException && !Ours.Is(assemblyName.Name))
        {
            // The host lacks it, or has an older one than the plugin needs.
            return own.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        own.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
