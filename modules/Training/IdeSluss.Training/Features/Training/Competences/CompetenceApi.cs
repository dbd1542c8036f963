using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Competences;

/// <param name="Message">In the reader's language.</param>
internal sealed record MissingAnswer(string Course, string Message, string Address);

/// <summary>What is required for what, and who may do without.</summary>
internal static class CompetenceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/mine/missing", async (string action, ICompetence competence, CurrentUser me, IStringLocalizer texts, CancellationToken cancellationToken) =>
                TypedResults.Ok((await competence.MissingAsync(me.RequiredId, action, cancellationToken)).Select(one => new MissingAnswer(one.Course, texts.Say(one.Message), one.Address))))
            .RequireLogin().WithTags("Utbildning").WithSummary("Vad jag måste gå för att få göra något").WithDescription("`action` är en kod från `/competence-rules`. Tom lista: inget hindrar.");
        api.MapGet("/competence-rules", async (EditRules rules, CancellationToken cancellationToken) => TypedResults.Ok(await rules.ListAsync(cancellationToken)))
            .RequirePermission(TrainingPermissions.ManageTracks).WithTags("Utbildning").WithSummary("Vad som kräver vilka kurser").WithDescription("Det som modulerna kan fråga om. En tom lista betyder att inget krävs.");
        api.MapPut("/competence-rules/{action}", async (string action, RulesInput input, EditRules rules, CancellationToken cancellationToken) => (await rules.WriteAsync(action, input, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TrainingPermissions.ManageTracks).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Bestäm vilka kurser något kräver").WithDescription("Hela listan. En tom lista: inget krävs.");
        api.MapGet("/dispensations", async (GiveDispensation dispensations, CancellationToken cancellationToken) => TypedResults.Ok(await dispensations.ListAsync(cancellationToken)))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).WithTags("Utbildning").WithSummary("Dispenser hos dig").WithDescription("De senaste hundra.");
        api.MapPost("/dispensations", async (DispensationInput input, GiveDispensation dispensations, CancellationToken cancellationToken) => (await dispensations.GiveAsync(input, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/training/dispensations/{id}", new { id })))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).Idempotent().Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ge dispens från en kurs").WithDescription("Till någon som arbetar där du är chef, högst ett halvår. Det loggas.");
        api.MapPost("/dispensations/{id:guid}/end", async (Guid id, GiveDispensation dispensations, CancellationToken cancellationToken) => (await dispensations.EndAsync(id, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Utbildning").WithSummary("Avsluta en dispens").WithDescription("Den slutar gälla genast.");
    }
}
