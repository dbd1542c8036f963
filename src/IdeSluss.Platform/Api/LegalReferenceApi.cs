using IdeSluss.Platform.Features.Platform.LegalReferences;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Api;

internal static class LegalReferenceApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/legal-references", (IEnumerable<LegalReference> laws, DateOnly? on) => TypedResults.Ok(LegalReferenceList.Of(on is { } day ? laws.Where(law => law.IsInForce(day)) : laws)))
            .RequirePermission(PlatformPermissions.ReadAdmin)
            .Produces<IReadOnlyList<LegalReference>>()
            .WithTags("Administration")
            .WithSummary("Lista de lagrum som systemet hänvisar till")
            .WithDescription("Med `on` (ett datum) bara de som gäller den dagen. `toBeConfirmed` är sant för det som inte är läst i lagtexten.");
}
