using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

internal static class ResearchApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/research/codebook", async (WriteCodebook codebooks, CancellationToken cancellationToken) => TypedResults.Ok(await codebooks.OfTodayAsync(cancellationToken)))
            .OpenToAll("what columns and codes mean is no secret").WithTags("Forskning").WithSummary("Läs kodboken").WithDescription("Vad kolumner, tabeller och koder i ett uttag betyder. `version` anges vid uttag.");
        api.MapGet("/research/agreements/mine", async (KeepAgreements keep, CancellationToken cancellationToken) => TypedResults.Ok(await keep.OwnAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.Research).WithTags("Forskning").WithSummary("Lista dina avtal").WithDescription("Ändamål, tabeller, sista dag och vad som har tagits ut.");
        api.MapGet("/research/agreements/{id:guid}/export.csv", async (Guid id, string? codebook, TakeOut takeOut, CancellationToken cancellationToken) =>
                (await takeOut.HandleAsync(id, codebook, cancellationToken)).ToHttp(text => TypedResults.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "idesluss-forskning.csv")))
            .RequirePermission(EvaluationPermissions.Research).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Forskning").WithSummary("Ta ut det som avtalet gäller").WithDescription("`codebook` är kodbokens version. Efter sista dagen, eller när kodboken är en annan än den som avtalades, blir svaret 409. Nämnder och enheter har pseudonymer som gäller för avtalet. Varje uttag antecknas.");
        api.MapGet("/research/agreements", async (KeepAgreements keep, CancellationToken cancellationToken) => TypedResults.Ok(await keep.ListAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.ManageResearch).WithTags("Forskning").WithSummary("Lista avtal om forskning").WithDescription("Nyast först, högst 200, med uttagen.");
        api.MapPost("/research/agreements", async (AgreementInput input, KeepAgreements keep, CancellationToken cancellationToken) => (await keep.CreateAsync(input, cancellationToken)).ToHttp(id => TypedResults.Created("/admin/forskning", new { id })))
            .RequirePermission(EvaluationPermissions.ManageResearch).Idempotent().Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Forskning").WithSummary("Skriv ett avtal om forskning").WithDescription("Forskaren har rollen följeforskare. Ändamål, etikprövning, tabeller och sista dag krävs.");
        api.MapPost("/research/agreements/{id:guid}/end", async (Guid id, KeepAgreements keep, HttpRequest http, CancellationToken cancellationToken) => (await keep.EndAsync(id, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageResearch).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Forskning").WithSummary("Avsluta ett avtal").WithDescription("Därefter går det inte att ta ut något. Det som har tagits ut finns kvar i loggen.");
        api.MapPost("/research/agreements/{id:guid}/codebook", async (Guid id, KeepAgreements keep, HttpRequest http, CancellationToken cancellationToken) => (await keep.RenewAsync(id, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageResearch).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Forskning").WithSummary("Godkänn kodboken som den är nu").WithDescription("När kodboken har ändrats sedan avtalet skrevs.");
    }
}
