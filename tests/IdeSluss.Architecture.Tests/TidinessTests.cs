using System.Text.RegularExpressions;
using Xunit;

namespace IdeSluss.Architecture.Tests;

public class TidinessTests
{
    private static readonly string[] Binary = [".png", ".ttf", ".jpg", ".ico", ".woff", ".woff2", ".dll", ".zip", ".gz", ".pdf"];

    /// <summary>Put together here so that this file does not find itself.</summary>
    private static readonly string[] Registries =
    [
        "registry." + "npmjs", "registry." + "yarnpkg", "npm." + "pkg.github", "api." + "nuget", "www." + "nuget", "nuget" + ".org", "pkgs." + "dev.azure",
        "pypi" + ".org", "ghcr" + ".io", "docker" + ".io", "mcr." + "microsoft", "packages." + "microsoft", "deb." + "debian", "dot" + ".net/v1", "nodejs" + ".org/dist", "aka" + ".ms/dotnet",
    ];

    private static readonly Regex Postponed = new($@"\b({"TO" + "DO"}|{"FIX" + "ME"}|{"HA" + "CK"}|{"X" + "XX"})\b");

    private static IEnumerable<string> Texts => Sources.All.Where(file => !Binary.Contains(Path.GetExtension(file)));

    /// <summary>Where packages come from is the machine's configuration, not the source's: behind a mirror an address in a file would fail.</summary>
    [Fact]
    public void No_file_holds_the_address_of_a_package_registry() => Wrong.None(
        from file in Texts
        let text = Sources.Read(file)
        from registry in Registries
        where text.Contains(registry, StringComparison.OrdinalIgnoreCase)
        select $"{file}: {registry}");

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() => Wrong.None(
        from file in Texts
        from match in Postponed.Matches(Sources.Read(file))
        select $"{file}: {match.Value}");

    [Fact]
    public void No_file_holds_a_path_of_someones_machine() => Wrong.None(
        from file in Texts
        let text = Sources.Read(file)
        from path in new[] { "/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", @"C:\Us" + "ers" }
        where text.Contains(path, StringComparison.Ordinal)
        select $"{file}: {path}");

    /// <summary>What a module shows to others is its contracts; the rest is its own business.</summary>
    [Fact]
    public void Classes_of_modules_and_plugins_are_sealed() => Wrong.None(
        from item in Assemblies.Loaded
        where item.Project.Layer is Layer.Module or Layer.Plugin or Layer.Contracts
        from type in item.Assembly.GetTypes()
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.Namespace?.StartsWith("IdeSluss", StringComparison.Ordinal) == true
            && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal)
            && !item.Assembly.GetTypes().Any(other => other.BaseType == type)
        select type.FullName);
}
