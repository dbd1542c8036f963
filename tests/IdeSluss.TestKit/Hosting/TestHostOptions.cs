using IdeSluss.Sdk.Composition;

namespace IdeSluss.TestKit.Hosting;

/// <summary>How a test's host differs from the ordinary one.</summary>
public sealed record TestHostOptions
{
    /// <summary>The municipality's plugin: <c>pitea</c> or <c>skelleftea</c>.</summary>
    public string Municipality { get; init; } = "pitea";

    /// <summary>Demo personas and demo content. Log-in by persona needs it.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>With it the host's clock stands at this instant until the test moves it (<see cref="TestHost.Clock"/>).</summary>
    public DateTimeOffset? ClockStandsAt { get; init; }

    /// <summary>Recurring tasks run only when the test asks for them, unless this is set.</summary>
    public bool Jobs { get; init; }

    /// <summary>Settings on top of the kit's, for example <c>Mail:Smtp:Host</c> below <c>IdeSluss</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Starts from an empty database instead of a migrated and seeded copy: for tests of starting itself.</summary>
    public bool EmptyDatabase { get; init; }

    /// <summary>Turns the way to its own database into the one that the host takes: through something that can be broken, or to another's.</summary>
    public Func<string, string>? Through { get; init; }

    /// <summary>Names of the product's modules that this host is without.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Modules beside the product's own, for what no real module does: endpoints that crash, wait or declare nothing. Without a database of their own.</summary>
    public IReadOnlyList<IModule> ExtraModules { get; init; } = [];
}
