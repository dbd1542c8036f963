using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;

internal static class TermsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/terms", async (TermInput input, EditTerms edit, CancellationToken cancellationToken) =>
                (await edit.AddAsync(input, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/terms/{saved.Id}", saved)))
            .RequirePermission(TestbedsPermissions.ManageTaxonomy).Idempotent()
            .Produces<SavedTerm>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Lägg till ett ord i en ordlista").WithDescription("Koden är unik i sin ordlista och ändras aldrig.");
        api.MapGet("/terms/{id:guid}", async (Guid id, EditTerms edit, HttpResponse response, CancellationToken cancellationToken) =>
            {
                if (await edit.FindAsync(id, cancellationToken) is not { } term) return Results.NotFound();
                response.SetVersionTag(term.Version);
                return Results.Ok(new TermInput { Kind = term.Kind, Code = term.Code, Name = term.Name, English = term.English, Order = term.Order, Active = term.Active });
            })
            .RequirePermission(TestbedsPermissions.ManageTaxonomy)
            .Produces<TermInput>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs ett ord").WithDescription("ETag är det som If-Match vill ha när ordet ändras.");
        api.MapPut("/terms/{id:guid}", async (Guid id, TermInput input, EditTerms edit, HttpContext http, CancellationToken cancellationToken) =>
                (await edit.ChangeAsync(id, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved =>
                {
                    http.Response.SetVersionTag(saved.Version);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(TestbedsPermissions.ManageTaxonomy)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra ett ord").WithDescription("Ordlista och kod ändras inte. `active: false` tar ordet ur listan; de som har det behåller det.");
    }
}
