using System.Text;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Approve;
using IdeSluss.Training.Features.Training.EditSession;
using IdeSluss.Training.Features.Training.Group;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Training.Features.Training.Enrol;

internal sealed record CancelInput(string? Reason);

internal sealed record DecideInput(bool Yes);

internal sealed record StateAnswer(EnrolmentState State);

/// <summary>When courses are given and who takes part.</summary>
internal static class SessionApi
{
    private const string Calendar = "text/calendar";
    private const string SecretAddress = "the address is a secret too long to guess, sent to the one who is enrolled; those whom a manager enrolled may have no account";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{code}/sessions", async (string code, ReadSession read, CancellationToken cancellationToken) => TypedResults.Ok(await read.ComingAsync(code.ToUpperInvariant(), cancellationToken)))
            .OpenToAll("when courses are given is for everyone")
            .WithTags("Utbildning").WithSummary("Kommande tillfällen för en kurs").WithDescription("Det närmaste först, högst trettio. Vem som är anmäld visas inte.");
        api.MapGet("/sessions/{id:guid}", async (Guid id, ReadSession read, CancellationToken cancellationToken) => (await read.HandleAsync(id, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll("when courses are given is for everyone; drafts answer 404").Produces<PublicSession>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs om ett tillfälle").WithDescription("`freeSeats` är platser som vem som helst kan få nu.");
        api.MapGet("/sessions/{id:guid}.ics", async (Guid id, SessionCalendar calendar, CancellationToken cancellationToken) => (await calendar.OfSessionAsync(id, cancellationToken)).ToHttp(text => TypedResults.Text(text, Calendar, Encoding.UTF8)))
            .OpenToAll("when courses are given is for everyone; drafts answer 404").Produces(StatusCodes.Status200OK, contentType: Calendar).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Ett tillfälle som kalenderfil (iCalendar)").WithDescription("En händelse för varje del.");
        api.MapPost("/sessions/{id:guid}/enrolments", async (Guid id, EnrolInput input, EnrolMyself enrol, CancellationToken cancellationToken) =>
                (await enrol.HandleAsync(id, input, cancellationToken)).ToHttp(enrolled => TypedResults.Created($"/api/v1/training/enrolments/{enrolled.Token}", enrolled)))
            .RequireLogin().Idempotent().Produces<Enrolled>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Anmäl dig").WithDescription("`state` i svaret är `Confirmed` (du har en plats), `Waiting` (du står i kö) eller `Requested` (din chef har fått frågan). `unit` behövs en gång för kurser som en chef godkänner.");
        MapEnrolments(api);
        MapManagers(api);
        MapOffice(api);
    }

    private static void MapEnrolments(IEndpointRouteBuilder api)
    {
        api.MapGet("/enrolments/{token}", async (string token, OwnEnrolments enrolments, CancellationToken cancellationToken) => (await enrolments.FindAsync(token, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(SecretAddress).Produces<OwnEnrolment>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs en anmälan").WithDescription("`token` är det hemliga i adressen som skickades till den anmälda.");
        api.MapGet("/enrolments/{token}.ics", async (string token, SessionCalendar calendar, CancellationToken cancellationToken) => (await calendar.OfEnrolmentAsync(token, cancellationToken)).ToHttp(text => TypedResults.Text(text, Calendar, Encoding.UTF8)))
            .OpenToAll(SecretAddress).Produces(StatusCodes.Status200OK, contentType: Calendar).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("En anmälan som kalenderfil (iCalendar)").WithDescription("Med länken till mötet för den som har en plats.");
        api.MapPost("/enrolments/{token}/acceptance", async (string token, OwnEnrolments enrolments, CancellationToken cancellationToken) => (await enrolments.AcceptAsync(token, cancellationToken)).ToHttp(state => TypedResults.Ok(new StateAnswer(state))))
            .OpenToAll(SecretAddress).Produces<StateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Utbildning").WithSummary("Tacka ja till en erbjuden plats").WithDescription("409 när erbjudandet har gått ut.");
        api.MapPost("/enrolments/{token}/cancellation", async (string token, OwnEnrolments enrolments, CancellationToken cancellationToken) => (await enrolments.CancelAsync(token, cancellationToken)).ToHttp(state => TypedResults.Ok(new StateAnswer(state))))
            .OpenToAll(SecretAddress).Produces<StateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Utbildning").WithSummary("Avboka").WithDescription("Platsen erbjuds nästa i kön direkt.");
    }

    private static void MapManagers(IEndpointRouteBuilder api)
    {
        api.MapGet("/approvals", async (ApproveEnrolments approve, CancellationToken cancellationToken) => TypedResults.Ok(await approve.ListAsync(cancellationToken)))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).WithTags("Utbildning").WithSummary("Medarbetare som väntar på ditt svar").WithDescription("De som arbetar där du är chef.");
        api.MapPost("/approvals/{id:guid}", async (Guid id, DecideInput input, ApproveEnrolments approve, CancellationToken cancellationToken) => (await approve.DecideAsync(id, input.Yes, cancellationToken)).ToHttp(state => TypedResults.Ok(new StateAnswer(state))))
            .RequirePermission(TrainingPermissions.ApproveEnrolments).Produces<StateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Utbildning").WithSummary("Godkänn eller säg nej").WithDescription("Efter ett ja får medarbetaren en plats, eller står i kö om det är fullt.");
        api.MapGet("/people", async (EnrolGroup group, CancellationToken cancellationToken) => TypedResults.Ok(await group.MineAsync(cancellationToken)))
            .RequirePermission(TrainingPermissions.EnrolOthers).WithTags("Utbildning").WithSummary("De som du kan anmäla").WithDescription("De som arbetar inom ditt ansvar, högst tvåhundra.");
        api.MapPost("/sessions/{id:guid}/group", async (Guid id, GroupInput input, EnrolGroup group, IStringLocalizer texts, CancellationToken cancellationToken) => (await group.HandleAsync(id, input, cancellationToken)).ToHttp(done => TypedResults.Ok(
                new { done.Seated, done.InLine, done.Asked, Skipped = done.Skipped.Select(one => new { one.Name, Why = texts.Say(one.Why) }) })))
            .RequirePermission(TrainingPermissions.EnrolOthers).Idempotent().Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Anmäl en grupp").WithDescription("`people` är id från `/people`, `addresses` e-postadresser, en på varje rad. En adress som ingen har stoppar hela anmälan.");
    }

    private static void MapOffice(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/courses/{code}/sessions", async (string code, OfficeSessions sessions, CancellationToken cancellationToken) => TypedResults.Ok(await sessions.ListAsync(code, cancellationToken)))
            .RequirePermission(TrainingPermissions.ManageCourses).WithTags("Utbildning").WithSummary("Alla tillfällen för en kurs som du sköter").WithDescription("Det senaste först, högst hundra.");
        api.MapGet("/office/sessions/{id:guid}", async (Guid id, OfficeSessions sessions, HttpResponse response, CancellationToken cancellationToken) => (await sessions.FindAsync(id, cancellationToken)).ToHttp(session =>
            {
                response.SetVersionTag(session.Version);
                return TypedResults.Ok(session);
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<OfficeSession>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs ett tillfälle med de anmälda").WithDescription("`needs` är utan namn och bara för dem som har en plats. ETag är det som If-Match vill ha.");
        api.MapPost("/office/courses/{code}/sessions", async (string code, SessionRecord record, SaveSession save, CancellationToken cancellationToken) =>
                (await save.CreateAsync(code, record, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/training/office/sessions/{saved.Id}", saved)))
            .RequirePermission(TrainingPermissions.ManageCourses).Idempotent().Produces<SavedSession>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Planera ett tillfälle").WithDescription("Det är ett utkast tills anmälan öppnas. Dagar som `2027-03-14`, tider som `09.00`, svensk tid.");
        api.MapPut("/office/sessions/{id:guid}", async (Guid id, SessionRecord record, SaveSession save, HttpContext http, CancellationToken cancellationToken) => (await save.UpdateAsync(id, record, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ändra ett tillfälle").WithDescription("De anmälda får veta om tid eller plats ändras. Fler platser går till kön direkt.");
        api.MapPost("/office/sessions/{id:guid}/opening", async (Guid id, SaveSession save, HttpContext http, CancellationToken cancellationToken) => (await save.OpenAsync(id, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Utbildning").WithSummary("Öppna anmälan").WithDescription("Från utkast till det som alla ser.");
        api.MapPost("/office/sessions/{id:guid}/cancellation", async (Guid id, CancelInput input, SaveSession save, HttpContext http, CancellationToken cancellationToken) => (await save.CancelAsync(id, input.Reason, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ställ in ett tillfälle").WithDescription("Alla som har plats, står i kö eller väntar på sin chef får veta det, med skälet.");
    }

    private static NoContent Changed(HttpContext http, SavedSession saved)
    {
        http.Response.SetVersionTag(saved.Version);
        return TypedResults.NoContent();
    }
}
