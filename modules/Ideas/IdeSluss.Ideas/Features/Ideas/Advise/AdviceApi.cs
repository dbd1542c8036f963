using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Advise;

internal static class AdviceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/advice/waiting", async (GiveAdvice advice, CancellationToken ct) => TypedResults.Ok(await advice.ListAsync(ct)))
            .RequirePermission(IdeasPermissions.Advise)
            .Produces<IReadOnlyList<WaitingAdvice>>()
            .WithTags("Råd")
            .WithSummary("Lista det som väntar på ditt råd");
        api.MapPost("/ideas/{number}/advice", async (string number, AdviceInput input, GiveAdvice advice, CancellationToken ct) =>
                (await advice.HandleAsync(number, input, ct)).ToHttp(id => TypedResults.Created($"/api/v1/ideas/ideas/{number}/gate", new AdviceGiven(id))))
            .RequirePermission(IdeasPermissions.Advise)
            .Produces<AdviceGiven>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Råd")
            .WithSummary("Lämna ett råd före beslut")
            .WithDescription("`recommendation` är YES, YES_BUT eller NO. Exempel: `{ \"recommendation\": \"YES_BUT\", \"text\": \"Testa på två enheter i stället för fem.\" }`");
    }
}

internal sealed record AdviceGiven(Guid Id);
