using System.Text;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Features.Training.Attend;
using IdeSluss.Training.Features.Training.Hours;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Certificates;

internal sealed record CodeInput(string? Code);

internal sealed record GivenCertificates(int Given);

/// <summary>Who was there, and what they have to show for it.</summary>
internal static class CertificateApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/certificates/{code}", async (string code, CheckCertificate check, CancellationToken cancellationToken) => (await check.HandleAsync(code, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll("whoever is shown a certificate may check it; the code cannot be guessed and tells nothing about the person").RequireRateLimiting(RateLimits.Secret).Produces<CheckedCertificate>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Kontrollera ett intyg").WithDescription("`code` som den står på intyget. Svaret säger om det gäller och för vilken kurs och utgåva, men inte vem som har gått den. 404 för en kod som inte är vår.");
        api.MapGet("/mine/certificates", async (OwnCertificates certificates, CancellationToken cancellationToken) => TypedResults.Ok(await certificates.ListAsync(cancellationToken)))
            .RequireLogin().Produces<IReadOnlyList<OwnCertificate>>()
            .WithTags("Utbildning").WithSummary("Mina intyg").WithDescription("Det senaste först. `runsOutSoon` när det går ut inom sextio dagar.");
        api.MapGet("/mine/certificates/{id:guid}.pdf", async (Guid id, OwnCertificates certificates, CancellationToken cancellationToken) => (await certificates.PaperAsync(id, cancellationToken)).ToHttp(paper => new PdfAnswer(paper, "intyg.pdf")))
            .RequireLogin().Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Ett intyg som PDF").WithDescription("Tillgänglig PDF med kod att kontrollera. Bara dina egna.");
        api.MapPost("/attendance", async (CodeInput input, AttendByCode attend, CancellationToken cancellationToken) => (await attend.HandleAsync(input.Code, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequireLogin().RequireRateLimiting(RateLimits.Secret).Produces<Attended>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Säg att du är här").WithDescription("Med koden som visas i lokalen. Den gäller från en halvtimme före delen till en halvtimme efter.");
        MapOffice(api);
        MapHours(api);
    }

    private static void MapOffice(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/sessions/{id:guid}/attendance", async (Guid id, AttendanceList attendance, CancellationToken cancellationToken) => (await attendance.ReadAsync(id, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<SessionAttendance>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Vilka som var där").WithDescription("`code` för varje del är det som visas i lokalen. `percent` är hur stor del av tiden någon var med.");
        api.MapPut("/office/sessions/{id:guid}/attendance", async (Guid id, AttendanceInput input, AttendanceList attendance, CancellationToken cancellationToken) => (await attendance.WriteAsync(id, input, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<SessionAttendance>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Skriv vilka som var där").WithDescription("Hela listan: `there` är `{anmälan}.{del}` för alla som var med. Den som saknas var inte där.");
        api.MapPost("/office/sessions/{id:guid}/certificates", async (Guid id, AttendanceList attendance, CancellationToken cancellationToken) => (await attendance.CertifyAsync(id, cancellationToken)).ToHttp(given => TypedResults.Ok(new GivenCertificates(given))))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<GivenCertificates>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Utbildning").WithSummary("Ge intyg till dem som har gått kursen").WithDescription("Efter att kursen är slut. Den som redan har intyg för tillfället får inget nytt.");
        api.MapGet("/office/sessions/{id:guid}/parts/{part:guid}/qr.svg", async (Guid id, Guid part, AttendanceList attendance, CancellationToken cancellationToken) => (await attendance.QrAsync(id, part, cancellationToken)).ToHttp(svg => TypedResults.Text(svg, "image/svg+xml", Encoding.UTF8)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status200OK, contentType: "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Koden för en del som bild").WithDescription("QR-kod att visa i lokalen.");
    }

    private static void MapHours(IEndpointRouteBuilder api)
    {
        api.MapGet("/mine/hours", async (DateOnly from, DateOnly to, TrainingHours hours, CancellationToken cancellationToken) => TypedResults.Ok(await hours.MineAsync(from, to, cancellationToken)))
            .RequireLogin().Produces<IReadOnlyList<AttendedSession>>().WithTags("Utbildning").WithSummary("Min utbildningstid").WithDescription("Det som du har varit med på, per tillfälle.");
        api.MapGet("/hours", async (DateOnly from, DateOnly to, TrainingHours hours, CancellationToken cancellationToken) => (await hours.MembersAsync(from, to, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ReadHours).Produces<IReadOnlyList<MemberHours>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Förtroendevaldas utbildningstid").WithDescription("De i nämnder som du skriver protokoll för. Bara närvaro räknas.");
        api.MapGet("/hours.csv", async (DateOnly from, DateOnly to, TrainingHours hours, CancellationToken cancellationToken) => (await hours.MembersAsync(from, to, cancellationToken)).ToHttp(members => TypedResults.File(hours.Csv(members), "text/csv; charset=utf-8", "utbildningstid.csv")))
            .RequirePermission(TrainingPermissions.ReadHours).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Förtroendevaldas utbildningstid som CSV").WithDescription("Semikolon, en rad för varje tillfälle.");
    }
}
