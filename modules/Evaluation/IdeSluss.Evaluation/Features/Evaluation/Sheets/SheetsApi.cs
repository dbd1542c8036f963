using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

/// <param name="Content">As the form that a sheet is written in.</param>
internal sealed record SheetAnswer(string Code, string Gate, SheetState State, bool IsDefault, int Number, bool Locked, JsonObject Content);

internal sealed record NewSheet(string? Code, string? Gate, JsonObject? Content);

internal sealed record SheetStateRequest(SheetState State, bool? IsDefault);

internal static class SheetsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sheets", async (ReadSheets sheets, CancellationToken cancellationToken) => TypedResults.Ok(await sheets.ListAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.ManageSheets).WithTags("Bedömningsmallar").WithSummary("Lista bedömningsmallar").WithDescription("Den vanliga för varje beslut först.");
        api.MapGet("/sheets/{code}", async (string code, ReadSheets sheets, HttpResponse response, CancellationToken cancellationToken) =>
                (await sheets.FindAsync(code, cancellationToken)).ToHttp(sheet =>
                {
                    response.SetVersionTag(sheet.Version);
                    return TypedResults.Ok(new SheetAnswer(sheet.Code, sheet.Gate, sheet.State, sheet.IsDefault, sheet.Number, sheet.LockedAt is not null, SheetWriting.ToAnswers(sheet.Content).Json));
                }))
            .RequirePermission(EvaluationPermissions.ManageSheets).Produces<SheetAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bedömningsmallar").WithSummary("Läs en bedömningsmall").WithDescription("Den senaste versionen. `locked` säger att någon har svarat: en ändring blir då en ny version. ETag är det som If-Match vill ha.");
        api.MapPost("/sheets", async (NewSheet input, SaveSheet save, CancellationToken cancellationToken) =>
                (await save.CreateAsync(input.Code, input.Gate, new Answers(input.Content ?? []), cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/evaluation/sheets/{saved.Code}", saved)))
            .RequirePermission(EvaluationPermissions.ManageSheets).Idempotent().Produces<SavedSheet>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömningsmallar").WithSummary("Skriv en ny bedömningsmall").WithDescription("Den är ett utkast tills den används. Vikterna ska tillsammans bli 100, och varje kriterium har text på alla fem steg.");
        api.MapPut("/sheets/{code}", async (string code, JsonObject content, SaveSheet save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.UpdateAsync(code, new Answers(content), http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Saved(http, saved)))
            .RequirePermission(EvaluationPermissions.ManageSheets).Produces<SavedSheet>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömningsmallar").WithSummary("Ändra en bedömningsmall").WithDescription("Har någon svarat blir det en ny version (`number`); de svar som finns hör kvar till sin.");
        api.MapPut("/sheets/{code}/state", async (string code, SheetStateRequest request, SaveSheet save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.SetStateAsync(code, request.State, request.IsDefault, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Saved(http, saved)))
            .RequirePermission(EvaluationPermissions.ManageSheets).Produces<SavedSheet>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Bedömningsmallar").WithSummary("Börja eller sluta använda en bedömningsmall").WithDescription("`state` är Used eller Retired. `isDefault` gör den till den vanliga för sitt beslut.");
    }

    private static Ok<SavedSheet> Saved(HttpContext http, SavedSheet saved)
    {
        http.Response.SetVersionTag(saved.Version);
        return TypedResults.Ok(saved);
    }
}
