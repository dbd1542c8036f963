using IdeSluss.Platform.Files;
using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Platform.Features.Platform.Files;

internal static class FilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/files", async (FileAdmin admin, CancellationToken cancellationToken) => TypedResults.Ok(await admin.SumsAsync(cancellationToken)))
            .RequirePermission(PlatformPermissions.ReadAdmin)
            .WithTags("Administration")
            .WithSummary("Visa hur många filer som är sparade")
            .WithDescription("Antal och byte: sparade filer, filer som väntar på att användas eller tas bort, och hur många som är skadade.");
        api.MapGet("/files/damaged", async (Guid? after, FileAdmin admin, CancellationToken cancellationToken) => TypedResults.Ok(await admin.DamagedAsync(after, cancellationToken)))
            .RequirePermission(PlatformPermissions.ReadAdmin)
            .Produces<Page<DamagedFile>>()
            .WithTags("Administration")
            .WithSummary("Lista de filer som saknas eller är skadade")
            .WithDescription("De senast sparade först, högst 50 åt gången. `next` i svaret skickas som `after` för att få nästa sida. Filernas egna namn visas inte.");
    }
}
