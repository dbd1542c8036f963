using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

internal static class EquipmentApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/equipment", async (string? after, ListEquipment list, CancellationToken cancellationToken) => TypedResults.Ok(await list.PublicAsync(after, cancellationToken)))
            .OpenToAll("what the municipality can lend is for everyone to see; to book needs a log-in")
            .WithTags("Testbäddar").WithSummary("Lista utrustning som inte hör till någon testbädd").WithDescription("Det som enheter lånar ut, i bokstavsordning. `next` är markören för nästa sida: skicka den som `after`.");
        api.MapGet("/equipment/{id:guid}", async (Guid id, ListEquipment list, HttpResponse response, CancellationToken cancellationToken) => (await list.FindAsync(id, cancellationToken)).ToHttp(found =>
            {
                response.SetVersionTag(found.Version);
                return TypedResults.Ok(found.Input);
            }))
            .RequirePermission(TestbedsPermissions.Manage).Produces<ResourceInput>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs utrustning som man sköter").WithDescription("Så som den skrivs in. ETag är det som If-Match vill ha.");
        api.MapPost("/equipment", async (ResourceInput input, SaveResource save, CancellationToken cancellationToken) =>
                (await save.AloneAsync(null, input, null, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/equipment/{saved.Id}", saved)))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent().Produces<SavedResource>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Lägg till utrustning som inte hör till någon testbädd").WithDescription("`unit` är koden på en enhet eller nämnd som du får beskriva. Bara utrustning och fordon.");
        api.MapPut("/equipment/{id:guid}", async (Guid id, ResourceInput input, SaveResource save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.AloneAsync(id, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved =>
                {
                    http.Response.SetVersionTag(saved.Version);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra utrustning som inte hör till någon testbädd").WithDescription("`active: false` gör att den inte längre går att boka. Det som är bokat finns kvar.");
    }
}
