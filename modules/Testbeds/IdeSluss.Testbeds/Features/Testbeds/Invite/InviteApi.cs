using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

internal sealed record InvitationNote(string? Note);

internal static class InviteApi
{
    private const string Because = "the link in the mail shows who is asked";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invitations", async (InviteToInventory invite, CancellationToken cancellationToken) => TypedResults.Ok(await invite.ListAsync(cancellationToken)))
            .RequirePermission(TestbedsPermissions.Manage)
            .WithTags("Testbäddar").WithSummary("Frågor om enheternas platser").WithDescription("De hundra senaste, med svar.");
        api.MapPost("/invitations", async (InviteRequest request, InviteToInventory invite, CancellationToken cancellationToken) =>
                (await invite.InviteAsync(request, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/testbeds/invitations/{id}", new CreatedInvitation(id))))
            .RequirePermission(TestbedsPermissions.Manage).Idempotent()
            .Produces<CreatedInvitation>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Fråga en enhet var något nytt kan provas").WithDescription("Utan `email` går frågan till enhetens chef. Länken i brevet fungerar i 60 dagar.");
        var answers = api.MapGroup("/invitations/{token}");
        answers.MapGet("", async (string token, AnswerInvitation answer, CancellationToken cancellationToken) => (await answer.FindAsync(token, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Because).RequireRateLimiting(RateLimits.Secret).Produces<OpenInvitation>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar").WithSummary("Läs frågan som länken i ett brev gäller").WithDescription("`token` är det sista i länken.");
        answers.MapPost("/descriptions", async (string token, ShortDescription description, AnswerInvitation answer, CancellationToken cancellationToken) =>
                (await answer.DescribeAsync(token, description, cancellationToken)).ToHttp(described => TypedResults.Created($"/api/v1/testbeds/invitations/{token}", new DescribedSoFar(described))))
            .OpenToAll(Because).RequireRateLimiting(RateLimits.Secret).Idempotent().Produces<DescribedSoFar>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Testbäddar").WithSummary("Beskriv en plats").WithDescription("Den syns för alla först när den som sköter förteckningen publicerar den. Högst 20 platser.");
        foreach (var (step, summary, respond) in Answers)
        {
            answers.MapPost($"/{step}", async (string token, InvitationNote? note, AnswerInvitation answer, CancellationToken cancellationToken) => (await respond(answer, token, note?.Note, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
                .OpenToAll(Because).RequireRateLimiting(RateLimits.Secret).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .WithTags("Testbäddar").WithSummary(summary).WithDescription("Länken fungerar inte efteråt.");
        }
    }

    private static IReadOnlyList<(string Step, string Summary, Func<AnswerInvitation, string, string?, CancellationToken, Task<Outcome<Done>>> Respond)> Answers { get; } =
    [
        ("end", "Säg att det inte finns fler platser att beskriva", (answer, token, note, cancellationToken) => answer.FinishAsync(token, note, cancellationToken)),
        ("confirmation", "Säg att beskrivningen stämmer, via länken", (answer, token, _, cancellationToken) => answer.ConfirmAsync(token, cancellationToken)),
        ("change", "Säg vad som har ändrats", (answer, token, note, cancellationToken) => answer.ReportChangeAsync(token, note, cancellationToken)),
    ];
}

internal sealed record CreatedInvitation(Guid Id);

internal sealed record DescribedSoFar(int Described);
