using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Inbox, sorting, registering on behalf, redirects, tasks and clocks.</summary>
internal static class CoachUseCases
{
    public static void Compose(IModuleBuilder module)
    {
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
    }
}
