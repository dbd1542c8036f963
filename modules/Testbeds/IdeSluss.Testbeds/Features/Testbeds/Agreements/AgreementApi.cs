using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Agreements;

internal static class AgreementApi
{
    /// <summary>Of the whole request: the file with its name.</summary>
    public const long MostBytes = FileRules.DocumentBytes + (1024 * 1024);

    private const string Tag = "Testbäddar";
    private const string Same = "everyone who wants to test gets the same information; a test bed that is not public answers 404";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/testbeds/{slug}/agreements", async (string slug, KeepAgreements agreements, CancellationToken cancellationToken) => (await agreements.TemplatesAsync(slug, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Same).Produces<IReadOnlyList<AgreementLine>>()
            .WithTags(Tag).WithSummary("Avtalsmallar för en testbädd").WithDescription("Samma för alla som vill testa.");
        api.MapGet("/testbeds/{slug}/agreements/{id:guid}", async (string slug, Guid id, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.TemplateAsync(slug, id, cancellationToken)).ToHttp(file => new FileAnswer(file, FileCaching.Public)))
            .OpenToAll(Same).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Hämta en avtalsmall").WithDescription("Filen som den är.");
        api.MapGet("/inventory/{slug}/agreements", async (string slug, KeepAgreements agreements, CancellationToken cancellationToken) => (await agreements.OwnTemplatesAsync(slug, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TestbedsPermissions.Manage).Produces<IReadOnlyList<AgreementLine>>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Avtalsmallar för en testbädd man beskriver").WithDescription("Också innan testbädden är publicerad.");
        api.MapGet("/inventory/{slug}/agreements/{id:guid}", async (string slug, Guid id, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.OwnTemplateAsync(slug, id, cancellationToken)).ToHttp(file => new FileAnswer(file, FileCaching.None)))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Hämta en avtalsmall för en testbädd man beskriver").WithDescription("Filen som den är.");
        api.MapPost("/inventory/{slug}/agreements", async (string slug, [FromForm] string? name, IFormFile? file, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.AddTemplateAsync(slug, name, Of(file), cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/testbeds/inventory/{slug}/agreements/{id}", new { id })))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent().AcceptsUploads(MostBytes)
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Lägg till en avtalsmall").WithDescription("Ett formulär (multipart/form-data) med `name` och `file`.");
        api.MapDelete("/inventory/{slug}/agreements/{id:guid}", async (string slug, Guid id, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.RemoveTemplateAsync(slug, id, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Ta bort en avtalsmall").WithDescription("Den delas inte ut längre.");
        api.MapGet("/requests/{id:guid}/agreements", async (Guid id, KeepAgreements agreements, CancellationToken cancellationToken) => (await agreements.SignedAsync(id, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TestbedsPermissions.Manage).Produces<IReadOnlyList<AgreementLine>>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Avtal som är tecknade för en förfrågan").WithDescription("Bara för dem som svarar för testbädden.");
        api.MapGet("/requests/{id:guid}/agreements/{agreement:guid}", async (Guid id, Guid agreement, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.SignedFileAsync(id, agreement, cancellationToken)).ToHttp(file => new FileAnswer(file, FileCaching.None)))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Hämta ett tecknat avtal").WithDescription("Filen som den är.");
        api.MapPost("/requests/answers/{token}/agreements", async (string token, [FromForm] string? name, IFormFile? file, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.SendSignedAsync(token, name, Of(file), cancellationToken)).ToHttp(agreement => TypedResults.Created($"/api/v1/testbeds/requests/answers/{token}", new { id = agreement })))
            .OpenToAll("the link in the mail shows who asked").RequireRateLimiting(RateLimits.Secret).Idempotent().AcceptsUploads(MostBytes)
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skicka in ett tecknat avtal").WithDescription("För den som fick ja, genom länken till svaret. Ett formulär (multipart/form-data) med `name` och `file`.");
        api.MapPost("/requests/{id:guid}/agreements", async (Guid id, [FromForm] string? name, IFormFile? file, KeepAgreements agreements, CancellationToken cancellationToken) =>
                (await agreements.AddSignedAsync(id, name, Of(file), cancellationToken)).ToHttp(agreement => TypedResults.Created($"/api/v1/testbeds/requests/{id}/agreements/{agreement}", new { id = agreement })))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent().AcceptsUploads(MostBytes)
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Spara ett tecknat avtal").WithDescription("Ett formulär (multipart/form-data) med `name` och `file`. Förfrågan ska ha fått ja.");
    }

    public static Upload? Of(IFormFile? file) => file is { Length: > 0 } ? Upload.From(file, "file") : null;
}
