using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Handing in, following, reading.</summary>
internal static class ResidentUseCases
{
    public static void Compose(IModuleBuilder module)
    {
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
    }
}
