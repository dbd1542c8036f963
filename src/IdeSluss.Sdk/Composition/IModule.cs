using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Sdk.Composition;

/// <summary>A part of the product with its own database schema, pages and API. The host lists its modules by hand in <c>ModuleList.cs</c>.</summary>
/// <example><code>
/// public sealed class IdeasModule : IModule
/// {
///     public string Name => "ideas";
///     public void Compose(IModuleBuilder module) => module.Database&lt;IdeasDbContext&gt;();
///     public void MapApi(IEndpointRouteBuilder api) => SubmitIdeaApi.Map(api);
/// }
/// </code></example>
public interface IModule
{
    /// <summary>Lower-case ASCII: schema, route segment and telemetry name. Never changes.</summary>
    string Name { get; }

    /// <summary>Declares everything the module contributes. Runs once at start, before the database is touched; must not do I/O.</summary>
    void Compose(IModuleBuilder module);

    /// <summary>Maps the module's API; <paramref name="api"/> is already grouped under <c>/api/v1/{Name}</c>.</summary>
    void MapApi(IEndpointRouteBuilder api);
}

/// <summary>What a module declares.</summary>
public interface IModuleBuilder : IContributionBuilder;
