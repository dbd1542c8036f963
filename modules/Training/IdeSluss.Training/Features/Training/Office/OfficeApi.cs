using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using IdeSluss.Training.Features.Training.EditLesson;
using IdeSluss.Training.Features.Training.EditMaterial;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Office;

/// <summary>Courses for those who look after them: every action of the work pages.</summary>
internal static class OfficeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/courses", async (string? after, OfficeCourses courses, CancellationToken cancellationToken) => TypedResults.Ok(await courses.ListAsync(after, cancellationToken)))
            .RequirePermission(TrainingPermissions.ManageCourses)
            .WithTags("Utbildning").WithSummary("Lista kurserna som du sköter").WithDescription("Också utkast och kurser som inte ges längre. `next` är markören för nästa sida.");
        api.MapGet("/office/courses/{code}", async (string code, OfficeCourses courses, HttpResponse response, CancellationToken cancellationToken) => (await courses.FindAsync(code, cancellationToken)).ToHttp(course =>
            {
                response.SetVersionTag(course.Version);
                return TypedResults.Ok(course);
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<OfficeCourse>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs en kurs som du sköter").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPost("/office/courses", async (CourseRecord record, SaveCourse save, CancellationToken cancellationToken) => (await save.CreateAsync(record, cancellationToken)).ToHttp(saved => TypedResults.Created($"/api/v1/training/office/courses/{saved.Code}", saved)))
            .RequirePermission(TrainingPermissions.ManageCourses).Idempotent().Produces<SavedCourse>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Lägg till en kurs").WithDescription("`authority` är koden på den nämnd som svarar för den. Den är ett utkast tills den visas.");
        api.MapPut("/office/courses/{code}", async (string code, CourseRecord record, SaveCourse save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.UpdateAsync(code, record, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved.Version)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ändra en kurs").WithDescription("Det som inte skickas med blir tomt. `newEdition` gör en ny utgåva; `oldestValidEdition` säger vilka äldre intyg som fortfarande räknas.");
        foreach (var (step, summary, state) in new[] { ("publication", "Visa en kurs för alla", CourseState.Published), ("retirement", "Säg att en kurs inte ges längre", CourseState.Retired) })
        {
            api.MapPost($"/office/courses/{{code}}/{step}", async (string code, SaveCourse save, HttpContext http, CancellationToken cancellationToken) =>
                    (await save.SetStateAsync(code, state, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(saved => Changed(http, saved.Version)))
                .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .WithTags("Utbildning").WithSummary(summary).WithDescription("Med If-Match görs det bara om ingen har ändrat i mellantiden.");
        }

        MapLessons(api);
        MapMaterials(api);
        MapTracks(api);
    }

    private static void MapLessons(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/courses/{code}/lessons/{number:int}", async (string code, int number, SaveLesson save, HttpResponse response, CancellationToken cancellationToken) => (await save.FindAsync(code, number, cancellationToken)).ToHttp(lesson =>
            {
                response.SetVersionTag(lesson.Version);
                return TypedResults.Ok(lesson);
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<EditedLesson>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs en lektion för att ändra den").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPost("/office/courses/{code}/lessons", async (string code, LessonInput input, SaveLesson save, CancellationToken cancellationToken) =>
                (await save.AddAsync(code, input, cancellationToken)).ToHttp(lesson => TypedResults.Created($"/api/v1/training/office/courses/{code}/lessons/{lesson.Number}", lesson)))
            .RequirePermission(TrainingPermissions.ManageCourses).Idempotent().Produces<EditedLesson>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Lägg till en lektion").WithDescription("Den hamnar sist. `text` är Markdown; HTML, bilder och länkar som inte är https, http, mailto eller en sida här avvisas.");
        api.MapPut("/office/courses/{code}/lessons/{number:int}", async (string code, int number, LessonInput input, SaveLesson save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.ChangeAsync(code, number, input, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(lesson => Changed(http, lesson.Version)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ändra en lektion").WithDescription("Hela lektionen skrivs om.");
    }

    private static void MapMaterials(IEndpointRouteBuilder api)
    {
        api.MapGet("/office/courses/{code}/materials/{id:guid}", async (string code, Guid id, SaveMaterial save, HttpResponse response, CancellationToken cancellationToken) => (await save.FindAsync(code, id, cancellationToken)).ToHttp(material =>
            {
                response.SetVersionTag(material.Version);
                return TypedResults.Ok(material);
            }))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<EditedMaterial>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs ett material med dess utgåvor").WithDescription("Den senaste först. ETag är det som If-Match vill ha.");
        api.MapGet("/office/courses/{code}/materials/{id:guid}/editions/{number:int}", async (string code, Guid id, int number, SaveMaterial save, CancellationToken cancellationToken) =>
                (await save.FileAsync(code, id, number, cancellationToken)).ToHttp(file => new FileAnswer(file, FileCaching.Private)))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Hämta filen i en äldre utgåva").WithDescription("Det som delades ut då.");
        api.MapPost("/office/courses/{code}/materials", async (string code, [FromForm] MaterialInput input, IFormFile? file, SaveMaterial save, CancellationToken cancellationToken) =>
                (await save.AddAsync(code, input, Of(file), cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/training/office/courses/{code}/materials/{id}", new { id })))
            .RequirePermission(TrainingPermissions.ManageCourses).Idempotent().AcceptsUploads(FileRules.DocumentBytes + (1024 * 1024)).Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Lägg till ett material").WithDescription("Ett formulär (multipart/form-data) med `file`, eller med `address` för en länk.");
        api.MapPut("/office/courses/{code}/materials/{id:guid}", async (string code, Guid id, [FromForm] MaterialInput input, IFormFile? file, SaveMaterial save, HttpContext http, CancellationToken cancellationToken) =>
                (await save.ChangeAsync(code, id, input, Of(file), http.Request.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(TrainingPermissions.ManageCourses).AcceptsUploads(FileRules.DocumentBytes + (1024 * 1024)).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Ändra ett material").WithDescription("En ny fil, en ny adress eller en ny kontroll av tillgängligheten blir en ny utgåva. Den gamla finns kvar.");
    }

    private static void MapTracks(IEndpointRouteBuilder api)
    {
        api.MapGet("/tracks/{track}", async (RoleTrack track, EditTrack tracks, HttpResponse response, CancellationToken cancellationToken) =>
            {
                var lines = await tracks.ReadAsync(track, cancellationToken);
                response.SetVersionTag(0, EditTrack.TagOf(lines));
                return TypedResults.Ok(lines);
            })
            .RequirePermission(TrainingPermissions.ManageTracks)
            .WithTags("Utbildning").WithSummary("Kurserna för en roll").WithDescription("Alla kurser som visas; `necessity` är null för dem som inte ingår. ETag är det som If-Match vill ha.");
        api.MapPut("/tracks/{track}", async (RoleTrack track, List<TrackLineInput> lines, EditTrack tracks, HttpContext http, CancellationToken cancellationToken) =>
                (await tracks.WriteAsync(track, lines, http.Request.IfMatchRest(), cancellationToken)).ToHttp(tag =>
                {
                    http.Response.SetVersionTag(0, tag);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(TrainingPermissions.ManageTracks).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Bestäm kurserna för en roll").WithDescription("Hela listan skrivs om. Den som saknas ingår inte.");
    }

    private static Upload? Of(IFormFile? file) => file is { Length: > 0 } ? Upload.From(file, "file") : null;

    private static NoContent Changed(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }
}
