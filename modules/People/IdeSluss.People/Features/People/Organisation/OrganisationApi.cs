using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.People.Features.Organisation;

internal static class OrganisationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/authorities", async (IOrganisation organisation, CancellationToken cancellationToken) =>
                TypedResults.Ok(await organisation.AuthoritiesAsync(cancellationToken)))
            .OpenToAll("the municipality's organisation is public")
            .WithSummary("The authorities (nämnder) valid today");

        api.MapGet("/units", async (IOrganisation organisation, CancellationToken cancellationToken) =>
                TypedResults.Ok(await organisation.UnitsAsync(cancellationToken)))
            .OpenToAll("the municipality's organisation is public")
            .WithSummary("The units valid today, parents before children");

        var edit = api.MapGroup("/organisation").RequirePermission(PeoplePermissions.ManageOrganisation);

        edit.MapGet("", async (ListOrganisation list, CancellationToken cancellationToken) => TypedResults.Ok(await list.HandleAsync(cancellationToken)))
            .WithSummary("The whole organisation, closed parts included")
            .WithDescription("Authorities and units with validity dates and versions, parents before children.");

        edit.MapGet("/{id:guid}", async Task<Results<Ok<Place>, NotFound>> (Guid id, ListOrganisation list, HttpResponse response, CancellationToken cancellationToken) =>
            {
                if (await list.FindAsync(id, cancellationToken) is not { } place) return TypedResults.NotFound();
                response.SetVersionTag(place.Version);
                return TypedResults.Ok(place);
            })
            .WithSummary("One authority or unit")
            .WithDescription("The ETag is what If-Match wants when it is renamed or closed.");

        edit.MapPost("", async (AddPlaceRequest request, EditOrganisation handler, CancellationToken cancellationToken) =>
                (await handler.AddAsync(request, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/people/organisation/{id}", new CreatedId(id))))
            .Idempotent()
            .Produces<CreatedId>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Add an authority or a unit")
            .WithDescription("Without `below` it is an authority. The code is unique in the municipality and never changes.");

        edit.MapPatch("/{id:guid}", async (Guid id, RenamePlaceRequest request, EditOrganisation handler, HttpContext http, CancellationToken cancellationToken) =>
                (await handler.RenameAsync(id, request, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Saved(http, version)))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Rename an authority or a unit");

        edit.MapPost("/{id:guid}/close", async (Guid id, ClosePlaceRequest request, EditOrganisation handler, HttpContext http, CancellationToken cancellationToken) =>
                (await handler.CloseAsync(id, request, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Saved(http, version)))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Close an authority or a unit after its last day")
            .WithDescription("Refused while something below it stays open longer, and for the authority that receives new ideas.");
    }

    private static NoContent Saved(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}

/// <summary>What a create answers: the new thing's id.</summary>
internal sealed record CreatedId(Guid Id);
