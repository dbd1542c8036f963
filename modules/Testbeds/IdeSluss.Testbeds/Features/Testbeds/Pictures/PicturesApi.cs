using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Pictures;

internal sealed record PictureDescription(string? Description);

internal static class PicturesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/testbeds/{slug}/pictures/{id:guid}", async (string slug, Guid id, ShowPicture show, CancellationToken cancellationToken) => (await show.HandleAsync(slug, id, cancellationToken)).ToHttp(file => file))
            .OpenToAll("what the municipality can try things in is for everyone; all others answer 404").Produces(StatusCodes.Status200OK, contentType: "image/jpeg").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("En bild av en testbädd").WithDescription("Med `storlek=liten` högst 480 bildpunkter bred. 404 för den som inte visas öppet, utom för dem som sköter den.");
        var pictures = api.MapGroup("/inventory/{slug}/pictures");
        pictures.MapGet("", async (string slug, KeepPictures keep, CancellationToken cancellationToken) => (await keep.ReadAsync(slug, cancellationToken)).ToHttp(read => TypedResults.Ok(read.Pictures)))
            .RequirePermission(TestbedsPermissions.Manage).Produces<IReadOnlyList<OfficePicture>>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Lista en testbädds bilder").WithDescription("I den ordning de visas. `version` är det som If-Match vill ha.");
        pictures.MapPost("", AddAsync)
            .RequirePermission(TestbedsPermissions.Manage).AcceptsUploads(2 * FileRules.PictureBytes).Idempotent()
            .Produces<SavedPicture>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Lägg till en bild").WithDescription("Ett formulär med `picture` (JPEG, PNG eller WebP) och `description`: vad bilden visar, för den som inte ser den. Det som kameran skrivit in om tid och plats tas bort.");
        pictures.MapPut("/{id:guid}", async (string slug, Guid id, PictureDescription body, KeepPictures keep, HttpContext http, CancellationToken cancellationToken) =>
                (await keep.DescribeAsync(slug, id, body.Description, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Ändra vad som står om en bild").WithDescription("Bilden själv ändras inte: lägg till en ny och ta bort den gamla.");
        pictures.MapPost("/{id:guid}/first", async (string slug, Guid id, KeepPictures keep, HttpContext http, CancellationToken cancellationToken) =>
                (await keep.PutFirstAsync(slug, id, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version => Changed(http, version)))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Testbäddar").WithSummary("Visa en bild först").WithDescription("Den första bilden visas också i listan över testbäddar.");
        pictures.MapDelete("/{id:guid}", async (string slug, Guid id, KeepPictures keep, HttpContext http, CancellationToken cancellationToken) =>
                (await keep.RemoveAsync(slug, id, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Testbäddar").WithSummary("Ta bort en bild").WithDescription("Den visas inte mer. Filen finns kvar i trettio dagar, om det blev fel.");
    }

    private static async Task<IResult> AddAsync(string slug, IFormFile? picture, [FromForm] string? description, KeepPictures keep, CancellationToken cancellationToken)
    {
        if ((await keep.TakeInAsync(slug, picture is null ? null : Upload.From(picture, "picture"), null, cancellationToken)).Failed(out var problem, out var file)) return ((Outcome<SavedPicture>)problem).ToHttp(TypedResults.Ok);
        return (await keep.AddAsync(slug, file, description, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/inventory/{slug}/pictures", saved));
    }

    private static NoContent Changed(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}
