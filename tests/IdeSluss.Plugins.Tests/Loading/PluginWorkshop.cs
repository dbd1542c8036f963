using System.Reflection;
using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Plugins;
using Autofac;
using Autofac.Builder;
using Autofac.Extensions.DependencyInjection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Plugins.Tests.Loading;

/// <summary>Builds plugins with one peculiarity each, in a plugin folder of its own, and loads them the way the host does.</summary>
internal sealed class PluginWorkshop : IDisposable
{
    private static int made;

    private static readonly List<MetadataReference> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public PluginWorkshop() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "idesluss-test-plugins", Guid.CreateVersion7().ToString("N"));

    public Contributions Accepted { get; } = new();

    /// <summary>Compiles a plugin whose class body is <paramref name="members"/> beside the usual ones.</summary>
    /// <param name="compose">Statements of <c>Compose(IPluginBuilder plugin)</c>.</param>
    /// <param name="map">Statements of <c>MapApi(IEndpointRouteBuilder api)</c>.</param>
    /// <param name="instead">Our assemblies as the plugin's author knew them, by name.</param>
    public void Make(string slug, string compose = "", string map = "", string members = "", string? calledSlug = null, string bases = "IPlugin", string types = "", params MetadataReference[] instead)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using IdeSluss.Sdk.Composition;
            using IdeSluss.Sdk.Events;
            using IdeSluss.Sdk.Security;
            using IdeSluss.Sdk.Slots;
            using IdeSluss.Sdk.Workflows;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Routing;
            public sealed class TestPlugin : {{bases}}
            {
                public string Slug => "{{calledSlug ?? slug}}";
                {{members}}
                public void Compose(IPluginBuilder plugin) { {{compose}} }
                public void MapApi(IEndpointRouteBuilder api) { {{map}} }
            }
            {{types}}
            """;
        // Loaded assemblies stay: every one needs a name of its own.
        var name = $"IdeSluss.Plugins.Test{Interlocked.Increment(ref made)}";
        var folder = Directory.CreateDirectory(Path.Combine(Root, slug)).FullName;
        var replaced = instead.Select(reference => Path.GetFileNameWithoutExtension(reference.Display)!).ToHashSet();
        var references = Platform.Where(reference => !replaced.Contains(Path.GetFileNameWithoutExtension(reference.Display)!)).Concat(instead);
        Compile(name, source, references, Path.Combine(folder, name + ".dll"));
        File.WriteAllText(Path.Combine(folder, name + ".deps.json"), """{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" }, "targets": { ".NETCoreApp,Version=v10.0": {} }, "libraries": {} }""");
    }

    /// <summary>One of our assemblies as it might look in another version.</summary>
    public MetadataReference Ours(string assembly, string source)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "_other")).FullName, assembly + ".dll");
        Compile(assembly, source, Platform, path);
        return MetadataReference.CreateFromFile(path);
    }

    public LoadedPlugin Load(string slug, bool isMunicipality = false) =>
        new PluginLoading(new ConfigurationBuilder().Build(), Accepted, [], Scratch).Load(Root, slug, isMunicipality);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static AutofacServiceProvider Scratch(Contributions own, IdeSluss.Sdk.Composition.IMunicipalityPlugin? municipality)
    {
        var services = new ServiceCollection();
        services.AddRouting().AddLogging();
        foreach (var register in own.Services) register(services);
        var container = new ContainerBuilder();
        container.Populate(services);
        foreach (var register in own.Registrations) register(container);
        return new(container.Build(ContainerBuildOptions.IgnoreStartableComponents));
    }

    private static void Compile(string assembly, string source, IEnumerable<MetadataReference> references, string path)
    {
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        if (!result.Success) throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)));
    }
}
