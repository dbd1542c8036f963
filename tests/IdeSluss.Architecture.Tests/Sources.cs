using System.Diagnostics;
using System.Xml.Linq;
using IdeSluss.TestKit;

namespace IdeSluss.Architecture.Tests;

/// <summary>The checkout's own files, as they lie on disk: nobody has to add a new project or page to a list.</summary>
internal static class Sources
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "artifacts", "data", ".git", ".tools", "vendor", "TestResults"];

    private static readonly Lazy<IReadOnlyList<string>> Files = new(Find);

    /// <summary>Every file that is ours, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> All => Files.Value;

    /// <summary>Everything but tests.</summary>
    public static IEnumerable<string> Product(string ending) =>
        All.Where(file => file.EndsWith(ending, StringComparison.Ordinal) && (file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("modules/", StringComparison.Ordinal) || file.StartsWith("plugins/", StringComparison.Ordinal)));

    public static IReadOnlyList<Project> Projects { get; } = [.. All.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Project.Read)];

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static string PathOf(string file) => Path.Combine(Checkout.Root, file);

    /// <summary>The project a file belongs to: the one with the longest folder above it.</summary>
    public static Project? Owner(string file) =>
        Projects.Where(project => file.StartsWith(project.Folder + "/", StringComparison.Ordinal)).MaxBy(project => project.Folder.Length);

    private static IReadOnlyList<string> Find()
    {
        if (Path.Exists(Path.Combine(Checkout.Root, ".git")))
        {
            // What git knows, and what it would take in: generated files are ignored there.
            var start = new ProcessStartInfo("git", ["-c", "core.quotePath=false", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Checkout.Root, RedirectStandardOutput = true,
            };
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0) return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(PathOf(file)))];
        }

        return [.. Below(new DirectoryInfo(Checkout.Root)).Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))];
    }

    private static IEnumerable<string> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !Generated.Contains(child.Name)).SelectMany(Below));
}

internal enum Layer
{
    Sdk,
    Ui,
    Platform,
    Host,
    Contracts,
    Module,
    Plugin,
    Test,
}

/// <param name="References">Names of the projects it compiles against.</param>
/// <param name="Packages">Names of the packages it asks for, with the version written in the project file, if any.</param>
internal sealed record Project(string Name, string Folder, Layer Layer, IReadOnlyList<string> References, IReadOnlyList<(string Name, string? Version)> Packages)
{
    public static Project Read(string file)
    {
        var xml = XDocument.Parse(Sources.Read(file));
        var name = Path.GetFileNameWithoutExtension(file);
        return new(
            name,
            Path.GetDirectoryName(file)!.Replace('\\', '/'),
            LayerOf(name, file),
            [.. xml.Descendants("ProjectReference")
                // Only orders the build; nothing is compiled against it.
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))],
            [.. xml.Descendants("PackageReference").Select(package => ((string)package.Attribute("Include")!, (string?)package.Attribute("Version") ?? (string?)package.Attribute("VersionOverride")))]);
    }

    private static Layer LayerOf(string name, string file) => file.Split('/')[0] switch
    {
        "tests" => Layer.Test,
        "plugins" => Layer.Plugin,
        "modules" => name.EndsWith(".Contracts", StringComparison.Ordinal) ? Layer.Contracts : Layer.Module,
        "src" => Enum.Parse<Layer>(name["IdeSluss.".Length..]),
        var other => throw new InvalidOperationException($"{file}: a project below {other}/ has no place in the design."),
    };
}
