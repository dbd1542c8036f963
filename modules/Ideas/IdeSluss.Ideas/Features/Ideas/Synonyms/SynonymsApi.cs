using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

/// <param name="Words">Two to twenty.</param>
internal sealed record SynonymRequest(IReadOnlyList<string>? Words)
{
    public string Typed => string.Join('\n', Words ?? []);
}

internal static class SynonymsApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka gruppens version (ETag) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        var synonyms = api.MapGroup("/synonyms").RequirePermission(IdeasPermissions.ManageSynonyms).WithTags("Administration");

        synonyms.MapGet("", async (string? having, EditSynonyms edit, CancellationToken ct) => TypedResults.Ok(await edit.ListAsync(having, ct)))
            .Produces<IReadOnlyList<SynonymView>>()
            .WithSummary("Ordgrupperna")
            .WithDescription("Ord som betyder samma sak när liknande idéer söks, högst 1000 grupper. Med having bara de som har ett ord med de bokstäverna i sig.");

        synonyms.MapGet("/{id:guid}", async (Guid id, EditSynonyms edit, HttpResponse response, CancellationToken ct) => (await edit.FindAsync(id, ct)).ToHttp(group =>
            {
                response.SetVersionTag(group.Version);
                return TypedResults.Ok(group);
            }))
            .Produces<SynonymView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("En ordgrupp")
            .WithDescription("ETag är det som If-Match vill ha när gruppen ändras.");

        synonyms.MapPost("", async (SynonymRequest request, EditSynonyms edit, CancellationToken ct) =>
                (await edit.AddAsync(request.Typed, ct)).ToHttp(id => TypedResults.Created($"/api/v1/ideas/synonyms/{id}", new { id })))
            .Idempotent()
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Lägg till en ordgrupp")
            .WithDescription("Gäller genast för alla idéer.");

        synonyms.MapPut("/{id:guid}", async (Guid id, SynonymRequest request, EditSynonyms edit, HttpContext http, CancellationToken ct) =>
                (http.Request.IfMatchVersion() is { } seen ? await edit.ChangeAsync(id, request.Typed, seen, ct) : NoVersion).ToHttp(version =>
                {
                    http.Response.SetVersionTag(version);
                    return TypedResults.NoContent();
                }))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Ändra orden i en grupp")
            .WithDescription("Skicka If-Match med gruppens ETag.");

        synonyms.MapDelete("/{id:guid}", async (Guid id, EditSynonyms edit, HttpRequest http, CancellationToken ct) =>
                (http.IfMatchVersion() is { } seen ? await edit.RemoveAsync(id, seen, ct) : NoVersion).ToHttp(_ => TypedResults.NoContent()))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Ta bort en ordgrupp")
            .WithDescription("Skicka If-Match med gruppens ETag.");
    }
}
