using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Effect;
using IdeSluss.Training.Features.Training.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Import;

/// <summary>Lists in, completions out, and what came of it all.</summary>
internal static class ExchangeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/people/import.csv", async (HttpRequest request, bool? complete, ImportPeople import, CancellationToken cancellationToken) => (await import.HandleAsync(request.Body, complete ?? false, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ImportPeople).WithMetadata(new LargeBody()).Accepts<string>("text/csv").Produces<ImportedPeople>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Läs in förtroendevalda och personal, CSV").WithDescription("Filen skickas som den är (text/csv, UTF-8) med kolumnerna `epost`, `namn`, `enhet` och `roll`. Allt eller inget. Med `complete=true` är den som saknas i filen inte kvar i listan; intyg och anmälningar finns kvar.");
        api.MapGet("/xapi/statements", async (DateTimeOffset? since, Guid? after, ExportStatements export, CancellationToken cancellationToken) => TypedResults.Ok(await export.HandleAsync(since, after, cancellationToken)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<StatementResult>()
            .WithTags("Utbildning").WithSummary("Genomförda kurser som xAPI").WithDescription("Ett `completed` för varje intyg, och ett `attended` för det tillfälle där det gavs, utan namn: `actor.account.name` är deltagarens id här. `more` är adressen till nästa sida, tom på den sista.");
        api.MapGet("/effect", async (ReadEffect read, CancellationToken cancellationToken) => TypedResults.Ok(await read.HandleAsync(cancellationToken)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<IReadOnlyList<EffectLine>>()
            .WithTags("Utbildning").WithSummary("Ledtid och återgång före och efter utbildning").WithDescription("Per nämnd och för hela kommunen. Null när det är färre än tio beslut eller färre än fem som har beslutat.");
    }

    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => ImportPeople.MostBytes + 1;
    }
}
