using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Sdk.Composition;

/// <summary>
/// Code that is loaded from <c>artifacts/plugins/{slug}</c> because configuration names it (<c>IdeSluss:Plugins</c>).
/// A plugin is trusted code: isolation is for faults, not for security.
/// </summary>
public interface IPlugin
{
    /// <summary>Lower-case ASCII; the folder's name, the route segment and, prefixed <c>plugin_</c>, the schema.</summary>
    string Slug { get; }

    /// <summary>Declares the same kinds of contributions as a module. Composed into a scratch set first: all or nothing.</summary>
    void Compose(IPluginBuilder plugin);

    /// <summary>Maps the plugin's API; <paramref name="api"/> is already grouped under <c>/api/v1/{Slug}</c>.</summary>
    void MapApi(IEndpointRouteBuilder api);
}

/// <summary>What a plugin declares.</summary>
public interface IPluginBuilder : IContributionBuilder;

/// <summary>
/// The one plugin that makes the instance a municipality's own; <c>IdeSluss:Municipality</c> names it and it is required:
/// without it the host refuses to start and prints why.
/// </summary>
public interface IMunicipalityPlugin : IPlugin
{
    Municipality Municipality { get; }

    Branding Branding { get; }
}
