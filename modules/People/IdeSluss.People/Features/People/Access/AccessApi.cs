using IdeSluss.People.Features.Organisation;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.People.Features.Access;

internal static class AccessApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/roles", () => TypedResults.Ok(Contracts.Roles.All))
            .RequirePermission(PeoplePermissions.ManageAccess)
            .WithSummary("The roles one can be given");

        var people = api.MapGroup("/people").RequirePermission(PeoplePermissions.ManageAccess);

        people.MapGet("", async (string? search, string? role, string? cursor, ListPeople list, CancellationToken cancellationToken) =>
                TypedResults.Ok(await list.HandleAsync(new(search, role, cursor), cancellationToken)))
            .WithSummary("Everyone with an account, by name")
            .WithDescription("`search` is part of a name, title or address; `role` a role code; `cursor` the `next` of the page before.");

        people.MapGet("/{id:guid}", async Task<Results<Ok<PersonView>, NotFound>> (Guid id, ShowPerson show, HttpResponse response, CancellationToken cancellationToken) =>
            {
                if (await show.HandleAsync(id, cancellationToken) is not { } person) return TypedResults.NotFound();
                response.SetVersionTag(person.Version);
                return TypedResults.Ok(person);
            })
            .WithSummary("One person with roles")
            .WithDescription("The ETag is what If-Match wants when roles or the account are changed.");

        people.MapPost("", async (InvitePersonRequest request, InvitePerson handler, CancellationToken cancellationToken) =>
                (await handler.HandleAsync(request, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/people/people/{id}", new CreatedId(id))))
            .Idempotent()
            .Produces<CreatedId>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Invite a person")
            .WithDescription("They get a mail with a link to choose a password. Roles are given afterwards.");

        people.MapPost("/{id:guid}/invitation", async (Guid id, InvitePerson handler, CancellationToken cancellationToken) =>
                (await handler.AgainAsync(id, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Send the invitation again");

        people.MapPost("/{id:guid}/assignments", async (Guid id, GiveRoleRequest request, ChangeAccess handler, HttpRequest http, CancellationToken cancellationToken) =>
                (await handler.GiveRoleAsync(id, request, http.IfMatchVersion(), cancellationToken)).ToHttp(assignment => TypedResults.Created($"/api/v1/people/people/{id}", new CreatedId(assignment))))
            .Idempotent()
            .Produces<CreatedId>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Give a role")
            .WithDescription("In the whole municipality, an authority, or a unit with all below it. `deputyFor` covers an absence and needs a last day. Nobody can change their own roles.");

        people.MapDelete("/{id:guid}/assignments/{assignment:guid}", async (Guid id, Guid assignment, ChangeAccess handler, HttpRequest http, CancellationToken cancellationToken) =>
                (await handler.TakeRoleAsync(id, assignment, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .ChangesAccess()
            .WithSummary("Take a role back")
            .WithDescription("Holds at once. The last administrator cannot be removed.");

        people.MapPost("/{id:guid}/deactivate", async (Guid id, ChangeAccess handler, HttpRequest http, CancellationToken cancellationToken) =>
                (await handler.DeactivateAsync(id, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .ChangesAccess()
            .WithSummary("Deactivate an account")
            .WithDescription("Ends every session and token at the next request. The name stays on decisions.");

        people.MapPost("/{id:guid}/reactivate", async (Guid id, ChangeAccess handler, HttpRequest http, CancellationToken cancellationToken) =>
                (await handler.ReactivateAsync(id, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .ChangesAccess()
            .WithSummary("Open a deactivated account again");
    }

    private static RouteHandlerBuilder ChangesAccess(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
}
