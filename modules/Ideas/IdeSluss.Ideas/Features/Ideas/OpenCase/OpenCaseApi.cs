using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.OpenCase;

internal static class OpenCaseApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}", async (string number, OpenCase cases, HttpResponse response, CancellationToken ct) =>
                (await cases.FindAsync(number, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(IdeasPermissions.Work)
            .Produces<CaseView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Coach")
            .WithSummary("Ett ärende med originaltext")
            .WithDescription("Original, kontaktväg, historik, beslut, meddelanden, underlag och uppgifter. ETag är ärendets version. Ett ärende utanför din behörighet finns inte (404).");
}
