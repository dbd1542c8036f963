using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Revoke;

internal sealed record RevokeInput(string? Reason);

internal static class RevokeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/courses/{code}/certificates", async (string code, string? search, string? after, CourseCertificates certificates, CancellationToken cancellationToken) => (await certificates.ListAsync(code, search, after, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<CourseCertificatePage>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("En kurs intyg").WithDescription("Det senaste först. `search` är delar av namnet.");
        api.MapGet("/office/certificates/{id:guid}", async (Guid id, CourseCertificates certificates, HttpResponse response, CancellationToken cancellationToken) => (await certificates.FindAsync(id, cancellationToken)).ToHttp(certificate =>
            {
                response.SetVersionTag(certificate.Version);
                return TypedResults.Ok(certificate);
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<OfficeCertificate>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs ett intyg").WithDescription("Med namn. ETag är det som If-Match vill ha.");
        api.MapPost("/office/certificates/{id:guid}/revocation", async (Guid id, RevokeInput input, RevokeCertificate revoke, HttpContext http, CancellationToken cancellationToken) => (await revoke.HandleAsync(id, input.Reason, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(version =>
            {
                http.Response.SetVersionTag(version);
                return TypedResults.NoContent();
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Återkalla ett intyg").WithDescription("Det slutar gälla genast. Den som har det får ett mejl, och läser skälet när hen har loggat in.");
    }
}
