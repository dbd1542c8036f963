using Autofac;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Hosting;

/// <summary>What a test sets instead of files and environment. Applied last, so it wins over everything.</summary>
public sealed record HostOverrides
{
    /// <summary>For example <c>urls</c> = <c>http://127.0.0.1:0</c>.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    public Action<IServiceCollection>? Services { get; init; }

    public Action<ContainerBuilder>? Container { get; init; }
}

/// <summary>The host cannot start, and the message tells a person why; no stack trace would add to it.</summary>
public class StartUpException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; init; } = 1;
}
