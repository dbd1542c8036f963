using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Plugins;

/// <summary>
/// Maps a plugin's API on a route table that is thrown away. One endpoint with an unregistered service would otherwise stop the whole host at its first request.
/// </summary>
internal static class PluginEndpoints
{
    /// <param name="services">A provider that knows every registration, the plugin's included; nothing is created from it.</param>
    public static IReadOnlyList<string> Check(IPlugin plugin, IServiceProvider services)
    {
        var routes = new ScratchRoutes(services);
        var errors = new List<string>();
        plugin.MapApi(routes.MapGroup($"{ApiPath.Root}/{plugin.Slug}"));
        foreach (var source in ((IEndpointRouteBuilder)routes).DataSources)
        {
            IReadOnlyList<Endpoint> endpoints;
            try
            {
                endpoints = source.Endpoints;
            }
            catch (Exception error)
            {
                // Building an endpoint runs the framework's checks of its parameters; what they throw is the plugin's error.
                errors.Add(string.Join(' ', error.Message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
                continue;
            }

            errors.AddRange(endpoints.SelectMany(endpoint => Errors(endpoint)));
        }

        return errors;
    }

    private static IEnumerable<string> Errors(Endpoint endpoint)
    {
        var name = endpoint.DisplayName;
        // An unregistered interface in a POST is taken for the body and would fail when someone calls it.
        foreach (var accepts in endpoint.Metadata.OfType<IAcceptsMetadata>())
            if (accepts.RequestType is { } type && (type.IsInterface || type.IsAbstract)) yield return $"{name}: the parameter of type {type.Name} is not a registered service and cannot be read from a body.";
        if (endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
            yield return $"{name}: declares neither a permission nor that it is open to all.";
    }

    private sealed class ScratchRoutes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
