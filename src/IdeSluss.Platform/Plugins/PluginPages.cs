using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.Hosting;

namespace IdeSluss.Platform.Plugins;

/// <summary>The compiled pages and views of assemblies. Two with one path hide each other without a word, so it is an error.</summary>
internal static class PluginPages
{
    public static IEnumerable<string> PathsIn(Assembly assembly) =>
        new RazorCompiledItemLoader().LoadItems(assembly).Select(item => item.Identifier);

    public static IEnumerable<string> Errors(Assembly plugin, IEnumerable<Assembly> others, IEnumerable<string> partialViews)
    {
        var own = PathsIn(plugin).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var other in others)
            foreach (var path in PathsIn(other).Where(path => own.Contains(path) && !path.EndsWith("/_ViewImports.cshtml", StringComparison.OrdinalIgnoreCase)))
                yield return $"the page or view {path} exists in {other.GetName().Name} too.";
        foreach (var path in own.Where(path => !path.StartsWith("/Features/", StringComparison.Ordinal))) yield return $"the page or view {path} must lie below /Features/.";
        foreach (var view in partialViews.Where(view => !own.Contains(view))) yield return $"fills a slot with {view}, which it does not have.";
    }

    /// <summary>Pages, views and page models of exactly these assemblies, whatever the entry assembly refers to.</summary>
    public static void Use(ApplicationPartManager manager, IEnumerable<Assembly> assemblies)
    {
        manager.ApplicationParts.Clear();
        foreach (var assembly in assemblies.Distinct())
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly)) manager.ApplicationParts.Add(part);
    }
}
