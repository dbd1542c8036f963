using System.Text.Json;
using IdeSluss.Ideas.Features.Ideas.WhoDecides;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Sdk.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

internal static class WorkflowsApi
{
    private static readonly Problem NoSuchWorkflow = Problem.NotFound("Arbetsgången finns inte.");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflows", async (WorkflowCatalogue catalogue, CancellationToken ct) => TypedResults.Ok(await catalogue.ListAsync(ct)))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .WithTags("Arbetsgångar")
            .WithSummary("Alla arbetsgångar och hur många ärenden som går efter dem");
        api.MapGet("/workflows/{key}/{version:int}", (string key, int version, IWorkflowRegistry workflows) =>
                workflows.Find(key, version) is { } workflow ? Results.Text(WorkflowJson.Write(workflow), "application/json") : Outcome<WorkflowDefinition>.FromProblem(NoSuchWorkflow).ToHttp(TypedResults.Ok))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Arbetsgångar")
            .WithSummary("En arbetsgång som JSON");
        api.MapGet("/delegation", async (ListDelegation delegation, CancellationToken ct) => TypedResults.Ok(await delegation.HandleAsync(ct)))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .WithTags("Arbetsgångar")
            .WithSummary("Vad någon annan får besluta i nämndens ställe")
            .WithDescription("Utan regel beslutar nämnden. `toBeConfirmed` är ett förslag som kommunen inte har bekräftat.");
        api.MapPost("/workflows/check", async (JsonElement body, TryWorkflow attempt, CancellationToken ct) => (await attempt.HandleAsync(body.GetRawText(), ct)).ToHttp(TypedResults.Ok))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .Produces<TriedWorkflow>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Arbetsgångar")
            .WithSummary("Prova en arbetsgång")
            .WithDescription("Tar emot en arbetsgång som JSON, säger vad som är fel eller värt att titta på, och går den raka vägen i varje spår. Inget sparas.");
        api.MapGet("/workflows/{key}/{version:int}/simulation", (string key, int version, string? track, string[]? outcome, IWorkflowRegistry workflows, SimulateWorkflow simulate) =>
                (workflows.Find(key, version) is { } workflow ? Outcome<SimulatedWay>.FromT(simulate.Walk(workflow, track, outcome ?? [])) : NoSuchWorkflow).ToHttp(TypedResults.Ok))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .Produces<SimulatedWay>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Arbetsgångar")
            .WithSummary("Gå en tänkt idé genom arbetsgången")
            .WithDescription("Upprepa `outcome` för varje beslut: `?track=LITEN&outcome=REGISTER&outcome=ADVANCE`. Utan `outcome` går den raka vägen.");
        api.MapGet("/workflows/migrations", async (MigrateCases migrate, CancellationToken ct) => TypedResults.Ok(await migrate.ListAsync(ct)))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .WithTags("Arbetsgångar")
            .WithSummary("Beslut om att flytta ärenden till en annan version");
        api.MapPost("/workflows/migrations", async (MigrationRequest body, MigrateCases migrate, CancellationToken ct) =>
                (await migrate.HandleAsync(body, ct)).ToHttp(id => TypedResults.Accepted($"/api/v1/ideas/workflows/migrations#{id}", id)))
            .RequirePermission(IdeasPermissions.ManageWorkflows)
            .Idempotent()
            .Produces<Guid>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Arbetsgångar")
            .WithSummary("Flytta ärenden till en annan version")
            .WithDescription("Beslutet sparas direkt; ärendena flyttas i bakgrunden. `stages` behövs för etapper som den nya arbetsgången saknar.");
    }
}
