using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Tasks;

internal sealed record CompleteTaskBody(string? Note, string? OtherReference = null);

internal static class TasksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks/{id:guid}", async (Guid id, CompleteTask tasks, CancellationToken ct) => (await tasks.FindAsync(id, ct)).ToHttp(TypedResults.Ok))
            .RequireLogin()
            .Produces<TaskView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Coach")
            .WithSummary("En uppgift");
        api.MapPost("/tasks/{id:guid}/done", async (Guid id, CompleteTaskBody body, CompleteTask tasks, CancellationToken ct) =>
                (await tasks.HandleAsync(new(id, body.Note, body.OtherReference), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Avsluta en uppgift")
            .WithDescription("Exempel: `{ \"note\": \"ringt 3 november\" }`");
    }
}
