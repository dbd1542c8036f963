using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.MyPeople;

internal static class MyPeopleApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/people/competence", async (string? after, ReadMyPeople people, CancellationToken cancellationToken) => TypedResults.Ok(await people.ListAsync(after, cancellationToken)))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).Produces<Page<PersonCompetence>>()
            .WithTags("Utbildning").WithSummary("Dina medarbetares kompetens").WithDescription("De som arbetar där du är chef: vad rollen kräver av dem och vad de har. `status` är `Valid`, `ByDispensation`, `RunsOutSoon` (inom sextio dagar), `RunOut`, `OldEdition` eller `Missing`.");
}
