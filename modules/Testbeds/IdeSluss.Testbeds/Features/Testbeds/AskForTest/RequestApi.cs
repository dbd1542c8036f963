using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

internal sealed record RequestAnswer(bool? Accepts, string? Answer);

internal static class RequestApi
{
    private const string Tag = "Testbäddar";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/testbeds/{slug}/requests", async (string slug, AskInput input, AskForTest ask, CancellationToken cancellationToken) =>
                (await ask.HandleAsync(slug, input, cancellationToken)).ToHttp(sent => TypedResults.Created($"/api/v1/testbeds/requests/{sent.Id}", sent)))
            .OpenToAll("companies, universities and others ask without an account").RequireRateLimiting(RateLimits.Write).Idempotent()
            .Produces<SentRequest>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Be om att få testa").WithDescription("För företag, lärosäten och andra. Alla får samma information. `neutral` är att ni godtar att testet inte ger någon fördel i en upphandling.");
        api.MapGet("/requests/answers/{token}", async (string token, AnswerRequests requests, CancellationToken cancellationToken) => (await requests.ByTokenAsync(token, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll("the link in the mail shows who asked").RequireRateLimiting(RateLimits.Secret).Produces<PartnerAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs svaret på en förfrågan").WithDescription("`token` är det sista i länken.");
        api.MapGet("/requests", async (string? after, AnswerRequests requests, CancellationToken cancellationToken) => TypedResults.Ok(await requests.ListAsync(after, cancellationToken)))
            .RequirePermission(TestbedsPermissions.Manage).Produces<Page<RequestLine>>()
            .WithTags(Tag).WithSummary("Lista förfrågningar om test").WithDescription("Nyast först. `next` är markören för nästa sida.");
        api.MapGet("/requests/{id:guid}", async (Guid id, AnswerRequests requests, HttpResponse response, CancellationToken cancellationToken) => (await requests.FindAsync(id, cancellationToken)).ToHttp(request =>
            {
                response.SetVersionTag(request.Version);
                return TypedResults.Ok(request);
            }))
            .RequirePermission(TestbedsPermissions.Manage).Produces<RequestView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs en förfrågan om test").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPost("/requests/{id:guid}/answer", async (Guid id, RequestAnswer answer, AnswerRequests requests, HttpContext http, CancellationToken cancellationToken) =>
                (await requests.AnswerAsync(id, answer.Accepts, answer.Answer, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.Manage).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Svara på en förfrågan om test").WithDescription("Den som frågade läser svaret genom sin länk.");
    }
}
