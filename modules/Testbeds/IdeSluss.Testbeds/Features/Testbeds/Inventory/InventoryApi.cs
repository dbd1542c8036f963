using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Inventory;

/// <summary>The inventory for those who look after it: every action of the work pages.</summary>
internal static class InventoryApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/inventory", async (OfficeView? view, string? after, OfficeTestbeds testbeds, CancellationToken cancellationToken) => TypedResults.Ok(await testbeds.ListAsync(view ?? OfficeView.Open, after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.Read)
            .WithTags("Testbäddar").WithSummary("Lista förteckningen som den som sköter den ser den").WithDescription("`view` är `Open`, `Unpublished`, `Stale` (ingen har sagt på ett år att beskrivningen stämmer) eller `Archived`. `next` är markören för nästa sida.");
        api.MapGet("/inventory/{slug}", async (string slug, OfficeTestbeds testbeds, HttpResponse response, CancellationToken cancellationToken) => (await testbeds.FindAsync(slug, cancellationToken)).ToHttp(testbed =>
            {
                response.SetVersionTag(testbed.Version);
                return TypedResults.Ok(testbed);
            }))
            .RequirePermission(TestbedsPermissions.Read).Produces<OfficeTestbed>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs hela beskrivningen").WithDescription("Också kontakt, försäkring och sekretess. ETag är det som If-Match vill ha.");
        api.MapPost("/inventory", async (TestbedRecord record, SaveTestbed save, CancellationToken cancellationToken) =>
                (await save.CreateAsync(record, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/inventory/{saved.Slug}", saved)))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent().Produces<SavedTestbed>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Beskriv en ny testbädd").WithDescription("`unit` är koden på en enhet eller nämnd som du får beskriva. Den syns för alla först när den publiceras.");
        api.MapPut("/inventory/{slug}", async (string slug, TestbedRecord record, SaveTestbed save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.UpdateAsync(slug, record, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved.Version)))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra hela beskrivningen").WithDescription("Det som inte skickas med blir tomt. Adressen (`slug`) ändras inte.");
        foreach (var (step, summary, change) in Steps)
        {
            api.MapPost($"/inventory/{{slug}}/{step}", async (string slug, ChangeState state, HttpContext http, CancellationToken cancellationToken) =>
                    (await change(state, slug, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
                .RequirePermission(TestbedsPermissions.Manage)
                .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .WithTags("Testbäddar").WithSummary(summary).WithDescription("Med If-Match görs det bara om ingen har ändrat i mellantiden.");
        }

        api.MapPost("/inventory/{slug}/resources", async (string slug, ResourceInput input, SaveResource save, CancellationToken cancellationToken) =>
                (await save.HandleAsync(slug, null, input, null, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/inventory/{slug}", saved)))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent().Produces<SavedResource>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Lägg till något att boka i en testbädd").WithDescription("Tider före och efter är minuter som måste vara fria runt varje bokning.");
        api.MapPut("/inventory/{slug}/resources/{id:guid}", async (string slug, Guid id, ResourceInput input, SaveResource save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.HandleAsync(slug, id, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved.Version)))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra något som går att boka").WithDescription("`active: false` gör att det inte längre går att boka. Det som är bokat finns kvar.");
    }

    private static IReadOnlyList<(string Step, string Summary, Func<ChangeState, string, int?, CancellationToken, Task<Outcome<int>>> Change)> Steps { get; } =
    [
        ("publication", "Visa en testbädd för alla", (state, slug, version, token) => state.PublishAsync(slug, version, token)),
        ("hiding", "Dölj en testbädd för allmänheten", (state, slug, version, token) => state.HideAsync(slug, version, token)),
        ("confirmation", "Säg att beskrivningen stämmer", (state, slug, version, token) => state.ConfirmAsync(slug, version, token)),
        ("archiving", "Arkivera en testbädd", (state, slug, version, token) => state.ArchiveAsync(slug, version, token)),
    ];

    private static NoContent Changed(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}
