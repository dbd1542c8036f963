using Xunit;

namespace IdeSluss.Architecture.Tests;

public class DependencyRuleTests
{
    /// <summary>Who may compile against whom. A module sees others' contracts only, and nobody sees a plugin.</summary>
    private static readonly Dictionary<Layer, Layer[]> May = new()
    {
        [Layer.Sdk] = [],
        [Layer.Ui] = [Layer.Sdk],
        [Layer.Platform] = [Layer.Sdk, Layer.Ui],
        [Layer.Host] = [Layer.Platform, Layer.Module],
        [Layer.Contracts] = [Layer.Sdk],
        [Layer.Module] = [Layer.Sdk, Layer.Ui, Layer.Contracts],
        [Layer.Plugin] = [Layer.Sdk, Layer.Ui, Layer.Contracts],
        [Layer.Test] = [Layer.Sdk, Layer.Ui, Layer.Platform, Layer.Host, Layer.Contracts, Layer.Module, Layer.Test],
    };

    [Fact]
    public void Every_project_refers_only_to_what_its_layer_may() => Wrong.None(Violations(Sources.Projects));

    [Fact]
    public void The_rule_sees_a_module_that_refers_to_another_module_or_a_plugin()
    {
        Project[] wrong =
        [
            new("IdeSluss.A", "modules/A/IdeSluss.A", Layer.Module, ["IdeSluss.B", "IdeSluss.Plugins.C", "IdeSluss.B.Contracts"], []),
            new("IdeSluss.B", "modules/B/IdeSluss.B", Layer.Module, ["IdeSluss.Platform"], []),
            new("IdeSluss.B.Contracts", "modules/B/IdeSluss.B.Contracts", Layer.Contracts, [], []),
            new("IdeSluss.Plugins.C", "plugins/C/IdeSluss.Plugins.C", Layer.Plugin, [], []),
            new("IdeSluss.Platform", "src/IdeSluss.Platform", Layer.Platform, [], []),
        ];

        Assert.Equal(3, Violations(wrong).Count);
    }

    [Fact]
    public void Every_project_on_disk_is_in_the_solution()
    {
        var solution = Sources.Read("IdeSluss.sln").Replace('\\', '/');

        Wrong.None(Sources.Projects.Where(project => !solution.Contains($"{project.Folder}/{project.Name}.csproj", StringComparison.Ordinal)).Select(project => project.Name));
    }

    [Fact]
    public void Package_versions_are_central_and_each_is_used()
    {
        var own = Sources.Projects.SelectMany(project => project.Packages.Where(package => package.Version is not null).Select(package => $"{project.Name}: {package.Name} {package.Version}"));
        Wrong.None(own);

        var central = System.Xml.Linq.XDocument.Parse(Sources.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);
        var used = Sources.Projects.SelectMany(project => project.Packages).Select(package => package.Name).ToHashSet();
        Wrong.None(Sources.Projects.SelectMany(project => project.Packages).Select(package => package.Name).Except(central));
        Wrong.None(central.Where(package => !used.Contains(package) && !IsPin(package)));
    }

    /// <summary>A version that another package would choose wrongly by itself is pinned without being asked for; it says so beside it.</summary>
    private static bool IsPin(string package)
    {
        var lines = Sources.Read("Directory.Packages.props").Split('\n');
        var at = Array.FindIndex(lines, line => line.Contains($"\"{package}\"", StringComparison.Ordinal));
        return lines[at].Contains("<!--", StringComparison.Ordinal) || (at > 0 && lines[at - 1].Contains("<!--", StringComparison.Ordinal));
    }

    private static List<string> Violations(IReadOnlyList<Project> projects)
    {
        var byName = projects.ToDictionary(project => project.Name);
        return [.. projects.SelectMany(project => project.References
            .Where(reference => !byName.TryGetValue(reference, out var target) || !May[project.Layer].Contains(target.Layer))
            .Select(reference => $"{project.Name} refers to {reference}"))];
    }
}
