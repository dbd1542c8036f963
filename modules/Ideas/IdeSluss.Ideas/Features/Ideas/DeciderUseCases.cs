using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Gates, evidence, advice and committees.</summary>
internal static class DeciderUseCases
{
    public static void Compose(IModuleBuilder module)
    {
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
    }
}
