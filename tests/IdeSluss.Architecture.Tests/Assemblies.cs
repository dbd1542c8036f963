using System.Reflection;
using IdeSluss.TestKit;

namespace IdeSluss.Architecture.Tests;

/// <summary>Our built assemblies, found through the projects on disk: of the product beside the host, of plugins in their folders.</summary>
internal static class Assemblies
{
    public static IReadOnlyList<(Project Project, string File)> Product { get; } =
        [.. Sources.Projects.Where(project => project.Layer != Layer.Test).Select(project => (project, FileOf(project)))];

    public static IReadOnlyList<(Project Project, Assembly Assembly)> Loaded { get; } =
        [.. Product.Select(item => (item.Project, Load(item.File)))];

    public static IEnumerable<Type> Types => Loaded.SelectMany(item => item.Assembly.GetTypes());

    private static string FileOf(Project project)
    {
        var file = project.Layer == Layer.Plugin
            ? Path.Combine(Checkout.PluginFolder, project.Name.Split('.')[^1].ToLowerInvariant(), project.Name + ".dll")
            : Path.Combine(Checkout.OutputOf("IdeSluss.Host"), project.Name + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project.Name} is not built: {file}. Build the solution first.");
    }

    private static Assembly Load(string file)
    {
        var name = AssemblyName.GetAssemblyName(file);
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            return Assembly.LoadFrom(file);
        }
    }
}
