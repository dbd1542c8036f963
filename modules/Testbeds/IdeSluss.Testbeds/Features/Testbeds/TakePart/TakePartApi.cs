using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.TakePart;

internal static class TakePartApi
{
    private const string Tag = "Tester";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tests/{number}/participants", async (string number, Participants participants, CancellationToken cancellationToken) => (await participants.ReadAsync(number, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TestbedsPermissions.LeadTests).Produces<TestParticipants>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs vilka som deltar").WithDescription("Bara för den som leder just det testet. För alla andra 404.");
        api.MapPost("/tests/{number}/participants", async (string number, ParticipantInput input, Participants participants, CancellationToken cancellationToken) =>
                (await participants.AddAsync(number, input, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/testbeds/tests/{number}/participants", saved)))
            .RequirePermission(TestbedsPermissions.LeadTests).Idempotent().Produces<SavedParticipant>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Skriv in någon som har sagt ja").WithDescription("Med vilken text hen läste, i vilken form och på vilket språk. En företrädare behöver ett uppdrag (`mandate`).");
        api.MapPost("/tests/{number}/participants/{id:guid}/withdrawal", async (string number, Guid id, Participants participants, CancellationToken cancellationToken) =>
                (await participants.WithdrawAsync(number, id, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TestbedsPermissions.LeadTests).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags(Tag).WithSummary("Någon ångrar sig").WithDescription("Insamlingen slutar samma dag och kontaktuppgifterna tas bort. Bara antalet finns kvar.");
        api.MapGet("/tests/{number}/participants/export", async (string number, ExportParticipants export, CancellationToken cancellationToken) => (await export.HandleAsync(number, cancellationToken)).ToHttp(lines => TypedResults.Stream(
            async body =>
            {
                await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await foreach (var line in lines.WithCancellation(cancellationToken)) await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }, "text/csv; charset=utf-8", $"deltagare-{number}.csv")))
            .RequirePermission(TestbedsPermissions.LeadTests).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Ta ut listan över dem som deltar").WithDescription("CSV. Den som har ångrat sig är inte med, inte heller den som gör det medan filen skrivs.");
    }
}
